"""A part of a site for the tests of ccm_site.late_addresses, which look whether it was imported."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("one/", lambda request: HttpResponse(), name="one")]
