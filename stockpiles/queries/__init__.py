"""Reads across states, treaties, meetings and stockpiles. Each takes the day it is asked about; none asks a clock."""
