"""A paper and slides of the shape that states submit, in invented words (real ones: tests/documents)."""

FOOTER = "Non-paper, submitted by Spain with co-sponsors Chile, Croatia, Mexico and Portugal."
PAPER = f"""


Non-paper submitted by Spain with co-sponsors Chile, Croatia, Mexico and Portugal on \
the subject of **Paper boats: what floats and what sinks.**

A meeting about paper boats is near. This paper says what its authors think.

A second paragraph names 66 boats.



1. What floats so far

Several boats have stayed dry:

- *The first boat:* it is made of news.
- *Boats of two sheets¹:*
 - *Folded twice:* nearly 95% of them came back.
 - *Folded once:* they came back later.
- Another boat.

¹ Taken from the book *Boats 2012* and the *Pond Report 2013*.
{FOOTER}



2. What sinks

Limits of paper

- More than half of the ponds have a boat². The others have ducks.

² In all 112 ponds were counted as of 31 July 2013, of which 83 had boats.

{FOOTER}



- This item stands on the next page and belongs to the same list.

Wind and weather

- Fewer reports come in³. That is a pity.

³ Reports have become fewer every year". So said the keeper of the pond in Lusaka. {FOOTER}



3. What could be done about it

For good reasons, we could fold more boats:

- Fold them on 5 km² of lawn.

4. Conclusion

Boats are good *in order to cross the pond*: fold them, and float them.
"""

FURNITURE = "\n\n\n\nEXAMPLIA\n\nMinistry of  \nPaper Boats\n"
SLIDES = f"""{FURNITURE}


**HOW EXAMPLIA SANK ITS  \nPAPER BOATS**
{FURNITURE}
## The beginning



## The pond convention



- Examplia joined on September 26, 2012, and was bound from March 1, 2013.
- It promised to sink 1,
021 boats.
{FURNITURE}
## What was sunk

- 1,234 big boats
- 5,678 6 kg boats

In March 2014, a friend
promised help
{FURNITURE}
## Steps

01

Look: at the boats

02

Plan – and fold

03

Sink them

In September  \n2014, the first  \nvisit was made,  \n3 steps were  \nagreed
{FURNITURE}
## More time

### A STORM

2017

DELAY

2020

ILLNESS

In 2021, a  \n37-month extension  \nended in April 2024.
{FURNITURE}
## Done

On 15 December 2023 the last boat sank.

# **Pictures of boats**







# **Film of a boat**






Ministry of Paper Boats

POND  \nCONVENTION

**THANK YOU**

**Examplia, a land without boats**
"""
