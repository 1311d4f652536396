"""Reports of the shape that the archive has, in invented words about invented states (real ones: tests/documents)."""

MENU = """\
+\u00a0 \u00a0 *\u00a0 +
About Us\u00a0
The Issues\u00a0
Our Research Products\u00a0
ARCHIVES HOME PAGE\u00a0
    >
Landmine Monitor
\u00a0
Table of Contents
Country Reports
Examplia

"""

BODY = """\
Examplia

Examplia put its name to the convention in Oslo on 3 December 2008.

Its envoy told a meeting in New York on 18 March 2009 that a bill was on its way to parliament.[1]

Cluster Bomb Policy

Examplia was among the first to ask for a ban, in a paper of November 2006.[2] It spoke in Oslo.[3]

In Lima it asked for help for poorer states[4] and for a zone without such weapons.[5] The minister then said
that there were stocks.[6] In Wellington it named people before arms.[7]

In Dublin it asked for aid,[8] doubted technical tests,[9] wished to keep some bombs for training,[10] and
was content with the outcome.[11] In July 2008 it backed further talks in Geneva,[12] and in November it was one of
six states behind a paper.[13] At the signing it spoke of a shared duty.[14]

Use, Production, and Stocks

Its air force holds bombs of two types.[15] How many is not known.


"""

NOTES = """\
[1] CMC, “Notes on a Special Meeting – New York, 18 March 2009.”

[2] Paper on Cluster Bombs, Third Review Conference of the States Parties, CCW/CONF.III/WP.99, Geneva, 17 November 2006.

[3] Statement of Examplia, Oslo Conference on Cluster Munitions, 22–23 February 2007, www.example.no.

[4] Most states agreed on the main points, fewer on the scope. Lima Conference on Cluster Munitions, 23–25 May 2007. \
Notes by Landmine Action; CMC, “CMC Paper on Lima and What Follows,” May 2007, www.example.org; and WILPF, \
“Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.

[5] Lima Conference, 23–25 May 2007. Notes by Landmine Action; CMC, “CMC Paper on Lima and What Follows,” May 2007, \
www.example.org; and WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.

[6] Inés Núñez, “Adiós a las bombas” (“Farewell to the bombs”), La Gaceta online, 29 May 2007. The minister said that two \
states should act together. Another writer said that the ministry had not known. Inés Núñez, “Un paso ‘al fin’ hacia \
el mundo” (“A step ‘at last’ towards the world”), La Gaceta online, 29 May 2007.

[7] Wellington Conference on Cluster Munitions, 18–22 February 2008. Notes by CMC; Ann Writer, “Paper on Wellington and \
After,” WILPF, March 2008, www.example.int; Collection of Papers Handed In, Addendum 1, Ministry of Foreign Affairs, \
February 2008, www.example.nz.

[8] Summary Record of the Whole Committee, Second Session: 20 May 2008, Dublin Diplomatic Conference, CCM/CW/SR/92, \
18 June 2008.

[9] Statement of Examplia, Committee on Definitions, Dublin Diplomatic Conference, 26 May 2008. Notes by Landmine Action.

[10] Summary Record of the Whole Committee, Eighth Session: 23 May 2008, Dublin Diplomatic Conference, CCM/CW/SR/98, \
18 June 2008.

[11] Statement of Examplia, Closing Statement, Dublin Diplomatic Conference, May 2008, www.example.ie.

[12] Third 2008 Session of the Group of Governmental Experts (GGE), Geneva, 7–25 July 2008, Notes by Landmine Action.

[13] Statement delivered by Ruritania on behalf of Examplia, Freedonia, Graustark, Sylvania, and Zenda, Fifth 2008 \
Session of the GGE, Geneva, 5 November 2008.

[14] Amb. Maria Sample, Deputy Minister, signed the convention on behalf of Examplia.

[15] Inés Núñez, “Un paso ‘al fin’ hacia el mundo” (“A step ‘at last’ towards the world”), La Gaceta online, 29 May 2007. \
A visitor was shown pictures of the bombs in May 2007. See also, Inés Núñez, “Adiós a las bombas” (“Farewell to \
the bombs”), La Gaceta online, 29 May 2007."""

REPORT = MENU + BODY + NOTES

# As on the oldest pages: address line, edition in the path, no space after a mark, links to the neighbours.
NEIGHBOURED = """\
URL: http://archive.example.org/display?url=lm/1999/examplia.html (saved by hand)
+   *    +
About Us
Table of Contents
Country Reports
EXAMPLIA, Landmine Monitor Report 1999

EXAMPLIA

Examplia has no mines and lays none.[1] It gave money to a fund.[2]

<DYSTOPIA | FREEDONIA>

[1]Country Lists, Mine Database, http:www.example.org.Mines/ (Ref. 3/12/99).

[2] UN General Assembly, “Report on Help with Clearance,” A/53/999, 14 October 1998, p. 29.
"""

# As on pages whose title stands only in the path, with notes in one block.
TITLED_BY_PATH = """\
About Us
Table of Contents
Country Reports
Examplia, Landmine Monitor Report 2004


Since 1999 Examplia is bound.

It handed in two reports, both empty.[1] A letter says that nobody was hurt.[2]

[1] Article 7 Report, Form A, 14 April 2004.
[2] Letter to Ann Writer, from Bo Clerk, Ministry of Works, 15 April 2004.
"""

# As on a page of which only the beginning was saved.
WITHOUT_NOTES = """\
URL: http://archive.example.org/display?act=submit&pqs_year=2009&pqs_type=cm (beginning only)
About Us
    >
Landmine Monitor
Table of Contents
Country Reports
Examplia

Examplia

Examplia signed in Oslo.[1] It has not used the weapon.[2]

At a meeting of members of parliament it
"""


def report(body: str, notes: str = "") -> bytes:
    """A file with this body and these notes under the usual menu."""
    return f"{MENU}Examplia\n\n{body}\n\n{notes}".encode()
