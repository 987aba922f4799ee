"""Papers about Northmere, an invented area, in the shapes that real ones come in."""

import json

from maturity.evidence.child.reading import read_bytes
from maturity.evidence.limits import LIMITS
from maturity.evidence.model import Document, Excerpt


def read(raw: str | bytes, name: str = "paper") -> tuple[Document, tuple[Excerpt, ...]]:
    """A paper read in this process."""
    data = raw if isinstance(raw, bytes) else raw.encode()
    return read_bytes(data, name, limits=LIMITS)


def excerpts_of(*texts: str) -> tuple[Excerpt, ...]:
    """One excerpt a text."""
    _, excerpts = read("\n\n".join(f"- {text}" for text in texts))
    return excerpts


HIGHLIGHTS = """

Highlights:

1. The **maturity workshop** was held (23/03) The levels will go to the Northmere board.
2. The **health dashboard** was shown, with gaps in Section 23 notices (LAIP 4.30), and attendance (LAIP 3.11/3.14/3.16); these go to the subgroups.
3. **Appeals** were discussed, in particular Section I.

Challenges:

There is an opportunity to make sure that the right talk happens in the right room.

Actions/Priorities:

1. Put the inclusion plan at the head of every agenda in the next board cycle.
2. Charter group to finish its text ahead of the improvement board.

Risk/Escalations:

None."""  # noqa: E501 - a paper's line is a paragraph

PAGE = """Support for young people in Northmere\r
\r
Leadership and governance - improvement plan\r
\r
What we will do\r
\r
We know that good leadership matters. We have listened, and we will act on what we heard.\r
\r
Parents and carers have said:\r
\r
\u201cLeaders should answer for what they do, and schools,\u00a0 families should share it.\u201d\r
\r
Our actions to deliver this across the whole area are to:\r
\r
  \u2022 use data well;\r
  \u2022 write a new strategy.\r
\r
Progress to date\r
\r
A new board is in place. It is early days, and much is still to be done for many families."""

SCRUTINY = """Issue - meetings
Services for families - report
Meeting: 28/02/2023 - Children Scrutiny Committee (Item 41)
41 Services for families - report PDF 118 KB
To update members on the work done after the review that was carried out in autumn.
Recommendation(s)
That:
a) The committee note the progress made so far in answering the review; and
b) The committee say which parts of the work it would like to see again.
Minutes:
The Chair suggested that officers present both papers together, and members agreed to it.
Draft Strategy
The draft followed the inspection framework, which was published again, ... view the full minutes text for item 41"""  # noqa: E501 - a paper's line is a paragraph

_DATES = ("Dec-23", "Jan-24", "Apr-25", "Dec-25")
_HEADER = (
    "Theme (what for)",
    "Actions (how)",
    "Lead",
    "Proof (what changed)",
    "Progress Red - Late Amber - Under way Green - Done Grey - not begun",
    *("", "", ""),
    "What the groups did",
    "PAPERS (see Statement 1)",
)
_ROWS = (
    ("1.1 Roles", "A. Define who answers for what.", "Robin Quill/Jo Fenn", "GGGG", "Minutes"),
    ("", "B. Write a performance framework.", "Jo Fenn", "GGGG", "Reports to the board"),
    ("", "C. Set up sub-groups.", "Robin Quill/Jo Fenn", "GGGG", "As above"),
    ("", "D. Find the people for it.", "Robin Quill/Jo Fenn", "GGGG", "Board minutes"),
    ("", "The area goes on learning from others", "Jo Fenn", "AGGG", ""),
    (),
    ("1.2 Vision", "A. Agree a shared needs assessment.", "Ash Wold", "A\u0410GG", "Assessment"),
    ("", "B. Ask families what matters.", "N/A", "AAGG", "Report"),
    ("", "C. Write the strategy with them.", "Robin Quill/Jo Fenn", "AAGG", "Strategy"),
    ("", "D. Make it known.", "Robin Quill/Jo Fenn", "AAGG", ""),
    ("1.3 Talking", "A. Write a plan for talking.", "Robin Quill/Jo Fenn", "AAGG", ""),
)
_NOTE = "Feb 2025: Sub groups met. Apr 25: Minutes sent. Dec 2025: Completed"


def rag_plan(mark: str = "\t") -> str:
    """A plan with 10 actions in 3 groups and their statuses at 4 dates, one in another script."""
    key = "Overall status of this priority Blue - embedded Red - concerns Green - Completed."
    rows = [
        ("Priority 1: Leaders did not work together", *[""] * 7, key, ""),
        ("Vision for the future: A clear structure", *[""] * 7, "G", ""),
        _HEADER,
        ("", "", "", "", *_DATES, "", ""),
    ]
    for row in _ROWS:
        if row:
            group, action, lead, letters, proof = row
            rows.append((group, action, lead, "Terms of reference", *letters, _NOTE, proof))
        else:
            rows.extend([("",), _HEADER])
    return "\n".join(mark.join(row) for row in rows)


PRESENT = (
    "Robin Quill, Independent Chair",
    "Alma Brant, Adviser (minutes)",
    "Avery Carr-Jolly, Information &amp; Support Lead, Advice Line",
    "Asa Birch, Participation Lead, Northmere County Council",
    "Councillor Dora Beck, Cabinet member for inclusion, Northmere County Council",
    "Kit Kemp, Director, Inclusion, Northmere County Council",
    "Lena Drew, Moor Clinics Trust",
    "Lou Eames, Nurse Consultant, Moor Clinics Trust",
    "Jules Bonny, Co-chair of Parent Carer Forum Northmere (PCFN)",
    "Mina Cole, Programme Lead, Northmere County Council",
    *(f"Member {name}, Officer, Northmere County Council" for name in "DEFGHIJKLMNOPQ"),
)
APOLOGIES = (
    "Cllr Fay Birdham, Cabinet member, Northmere County Council",
    "Hal Snow, Headteacher, Northmere Special Schools",
    "Jem Worth, Director of Children&#8217;s Futures, Northmere County Council",
    "Nan Wick, Care Group Director &#8211; Children, NHS Northmere",
    "Ros Shore, CEO Learning Trust",
    "Tam Frost, Director of Adult Care, Northmere County Council",
)


def _list(items: tuple[str, ...], tag: str = "ul") -> str:
    return f"<{tag}>" + "\n\n".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"


_LABEL = "<p><strong>{}</strong></p>"
_OWNED = "<strong>{}</strong> \u2013 {}"


def minutes_html() -> str:
    """Minutes whose labels and decisions stand between three articles, as a site writes them."""
    return "\n".join(
        (
            "<div><aside><h2>Contents</h2><nav><ul><li>Attendance</li></ul></nav></aside>",
            "<div><article><h2>Attendance</h2>",
            _list(PRESENT),
            "<h2>Apologies</h2>",
            _list(APOLOGIES),
            "<h2>1. Welcome</h2><p>The Chair welcomed everyone.</p>",
            "<h2>2. Vision &#8211; Robin Quill</h2>",
            _list(("Focus on <strong>all</strong> young people.", "It will be held again.")),
            "<p><strong>Actions:</strong> Chair (RQ) to find a new day for the workshop.</p>",
            "<h2>3. Our approach</h2>",
            _LABEL.format("Key points discussed:"),
            _list(("It covers <strong>seven pillars</strong>, Emerging, Developing,  Maturing.",)),
            "</article>",
            _LABEL.format("Decisions:"),
            _list(("A session will be held.", "Reading will be sent.")),
            _LABEL.format("Actions:"),
            "<article>",
            _list(
                (
                    _OWNED.format("MC / KK / RQ", "Arrange the session."),
                    "<strong>MC</strong> \u2013-Prepare the reading.",
                ),
                "ol",
            ),
            "<h2>4. Evidence</h2>",
            _LABEL.format("Decisions:"),
            _list(("The paper needs work.",)),
            _LABEL.format("Actions:"),
            _list(
                (
                    "<b>All Board Members</b> &#8211;<b> </b>Write to Kit within two weeks.",
                    _OWNED.format("KK", "Write the paper again."),
                ),
                "ol",
            ),
            "<h2>5. Dates</h2>",
            _LABEL.format("Decision:"),
            _list(("The meeting is <strong>moved by a week</strong>.", "Other places too.")),
            _LABEL.format("Actions:"),
            _list(
                (
                    _OWNED.format("MC", "Move the meeting of 2 September."),
                    _OWNED.format("AB", "Look for other places."),
                ),
                "ol",
            ),
            "</article><article><h2>6. AOB</h2>",
            _list(("None.",)),
            "<p><strong>Date for next meeting</strong>: Tuesday 10 March 2026</p></article>",
            "<div><p class='published'><span>Published</span> ",
            "<time datetime='2026-02-11T09:30:00+00:00'>11/02/2026 9:30am</time></p></div>",
            "</div></div><p></p>",
        )
    )


def wordpress(content: str, title: str = "Board minutes &#8211; 27 January 2026") -> str:
    """A page as a WordPress site gives it."""
    page = {
        "id": 7,
        "date": "2026-02-11T09:30:00",
        "modified": "2026-03-26T16:59:25",
        "title": {"rendered": title},
        "content": {"rendered": content, "protected": False},
        "excerpt": {"rendered": "<p>Attendance Apologies [&hellip;]</p>"},
    }
    return json.dumps(page)
