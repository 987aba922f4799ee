"""Reading from the program's side: one process a file, and nothing it says believed unchecked."""

import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evidence.excel_files import xlsx
from evidence.pdf_files import lines, pdf
from evidence.word_files import docx, p
from maturity.evidence.asking import client, process
from maturity.evidence.asking.client import ReadDocument, Refusal, read_document
from maturity.evidence.child.reading import read_bytes
from maturity.evidence.limits import LIMITS

WORDS = b"Northmere board\n\nFamilies say that plans arrive late, and that nobody tells them why."


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "board.txt"
    path.write_bytes(WORDS)
    return path


def refused(path: Path) -> str:
    found = read_document(path)
    assert isinstance(found, Refusal)
    return found.sentence


def stand_in(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Start a small program where the reading process would be."""
    monkeypatch.setattr(process, "WORKER", (sys.executable, "-c", program))


def limit(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    monkeypatch.setattr(client, "LIMITS", replace(LIMITS, **changes))


def test_a_file_is_read_in_a_process_of_its_own(paper: Path) -> None:
    found = read_document(paper)
    assert isinstance(found, ReadDocument)
    assert (found.document, found.excerpts) == read_bytes(WORDS, "board.txt", limits=LIMITS)
    assert (found.file, found.notices) == ("board.txt", ())


def test_reading_twice_gives_the_same_ids(paper: Path) -> None:
    assert read_document(paper) == read_document(paper)


def test_a_word_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(p("Words.")))
    found = read_document(path)
    assert isinstance(found, ReadDocument)
    assert [excerpt.text for excerpt in found.excerpts] == ["Words."]


def test_a_wrong_ending_is_told_and_names_are_announced(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(b"<h2>Attendance</h2><ul><li>Robin Quill, Chair</li></ul>")
    found = read_document(path)
    assert isinstance(found, ReadDocument)
    assert found.notices == (
        "Named .docx but is a web page; it was read as a web page.",
        "This copies names into the session folder.",
    )
    assert found.document.warnings == ()


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Caf\u00e9 words".encode("cp1252"))
    found = read_document(path, encoding="cp1250")
    assert isinstance(found, ReadDocument)
    assert found.document.encoding == "cp1250"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt") == (
        "There is no file of this name. Check the name, or drag the file onto the window."
    )
    assert refused(tmp_path / "none.txt" / "deeper").startswith("There is no file of this name.")
    assert refused(Path("a\0b")).startswith("There is no file of this name.")
    assert refused(tmp_path) == "This is a folder. Name the files inside it."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no pipes or links in folders")
def test_a_pipe_or_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for name in ("pipe", "circle"):
        assert refused(tmp_path / name) == (
            "This is not an ordinary file. Copy the document to a folder and add the copy."
        )


def test_a_lock_file_of_word_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "~$plan.docx"
    path.write_bytes(b"x")
    assert refused(path) == (
        "This is a lock file that Word or Excel leaves, not a document. "
        "Add the file without ~$ in its name."
    )


def test_an_empty_file_is_refused_without_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "raise SystemExit('started')")
    (tmp_path / "a.txt").write_bytes(b"")
    assert refused(tmp_path / "a.txt") == "The file is empty. Ask for it again."


def test_a_file_over_the_limit_is_refused_by_its_size(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(monkeypatch, file_bytes=1)
    assert refused(paper) == (
        "The file is 1 MB and the limit is 0 MB. Save a smaller copy, or use --allow-large."
    )


def test_a_larger_file_may_be_allowed(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit(monkeypatch, file_bytes=len(WORDS) // 2)
    assert isinstance(read_document(paper), Refusal)
    assert isinstance(read_document(paper, allow_large=True), ReadDocument)
    limit(monkeypatch, file_bytes=1)
    found = read_document(paper, allow_large=True)
    assert isinstance(found, Refusal)
    assert found.sentence == "The file is 1 MB and the limit is 0 MB. Save a smaller copy."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_file_without_permission_is_refused(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:
        monkeypatch.setattr(process, "WORKER", ("/no/such/program",))
        monkeypatch.setattr(Path, "open", lambda *_args, **_named: _denied())
    paper.chmod(stat.S_IWUSR)
    assert refused(paper) == (
        "The file cannot be opened. Close it in Word or Excel, "
        "or copy it to another folder, then try again."
    )


def _denied() -> None:
    raise PermissionError


def test_a_process_that_falls_over_leaves_nothing(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "print('start', flush=True); raise SystemExit(1)")
    assert refused(paper) == (
        "The reader stopped on this file. Nothing was added; the other files are not affected."
    )


@pytest.mark.parametrize(
    "said",
    [
        "document {}",
        "excerpt not json",
        "end",
        "refused {}",
        'refused {"code": "R99", "sentence": "x"}',
        "refused [1]",
        "\\xff\\xfe",
    ],
)
def test_a_forged_line_is_refused(paper: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    stand_in(monkeypatch, f"print('start'); print('''{said}'''); print('end')")
    assert refused(paper).startswith("The reader stopped on this file.")


def test_an_answer_cut_short_is_refused(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, excerpts = read_bytes(WORDS, "a", limits=LIMITS)
    whole = f"start\nread\ndocument {document.model_dump_json()}\n"
    forged = f"{whole}excerpt {excerpts[0].model_dump_json()}\n"
    for answer in (forged, f"{whole}end\n", f"{forged}{forged}end\n", f"{forged}end"):
        stand_in(monkeypatch, f"import sys; sys.stdout.write({answer!r})")
        assert refused(paper).startswith("The reader stopped on this file.")
    stand_in(monkeypatch, f"import sys; sys.stdout.write({forged + 'end' + chr(10)!r})")
    assert isinstance(read_document(paper), ReadDocument)


def test_an_excerpt_under_a_false_id_is_refused(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, (excerpt, *_) = read_bytes(WORDS, "a", limits=LIMITS)
    false = excerpt.model_copy(update={"text": "Families say that all is well."})
    answer = (
        f"start\ndocument {document.model_dump_json()}\nexcerpt {false.model_dump_json()}\nend\n"
    )
    stand_in(monkeypatch, f"import sys; sys.stdout.write({answer!r})")
    assert refused(paper).startswith("The reader stopped on this file.")


WAIT = "import threading; threading.Event().wait(60)"


def test_a_file_that_does_not_arrive_is_given_up(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(monkeypatch, first_byte_seconds=0.2)
    stand_in(monkeypatch, f"print('start', flush=True); {WAIT}")
    assert refused(paper) == (
        "The file did not arrive within 0 seconds. "
        "It may be online only: open it once, then try again."
    )


def test_a_process_that_takes_too_long_is_stopped(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(monkeypatch, wall_seconds=0.5)
    stand_in(monkeypatch, f"print('start'); print('read', flush=True); {WAIT}")
    assert refused(paper) == (
        "Reading needed more than 0 seconds, so it was stopped. "
        "Save the part you need as its own file."
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_process_that_needs_too_much_memory_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * 4_000_000)
    limit(monkeypatch, memory_bytes=200 * 1024 * 1024, text_characters=10**9)
    assert refused(path).endswith("so it was stopped. Save the part you need as its own file.")


@pytest.mark.skipif(os.name != "posix", reason="only there a process ends by a signal")
@pytest.mark.parametrize(
    ("taken", "said"),
    [(LIMITS.memory_bytes, "Reading needed more than 1 GB of memory"), (9, "The reader stopped")],
)
def test_a_library_that_gives_up_where_memory_ends_is_told_from_one_that_falls_over(
    paper: Path, monkeypatch: pytest.MonkeyPatch, taken: int, said: str
) -> None:
    # without a word, as a library in C does
    program = "import os; print('start ', flush=True); os.abort()"
    monkeypatch.setattr(process, "WORKER", (sys.executable, "-c", program))
    monkeypatch.setattr(process, "most_taken", iter((0, taken)).__next__)
    assert refused(paper).startswith(said)


def test_where_no_process_may_start_plain_files_are_still_read(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "WORKER", (str(paper.parent / "no such program"),))
    assert isinstance(read_document(paper), ReadDocument)
    for name, body in {
        "plan.docx": docx(p("Words.")),
        "plan.xlsx": xlsx(("Words",)),
        "plan.pdf": pdf(lines("Words.")),
    }.items():
        paper.with_name(name).write_bytes(body)
        assert refused(paper.with_name(name)) == (
            "This laptop does not allow the reader to start, so Word, Excel and PDF cannot be "
            "read. Save it as text and add that."
        )
    for name, body in {
        "a.html": b"<p>Families were heard.</p>",
        "a.csv": b"Action,Lead\nMeet,Jo\n",
        "a.json": b'{"title": {"rendered": "A"}, "content": {"rendered": "<p>Words.</p>"}}',
    }.items():
        paper.with_name(name).write_bytes(body)
        assert isinstance(read_document(paper.with_name(name)), ReadDocument)


def test_a_process_that_ends_before_it_begins_counts_as_not_allowed(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "raise SystemExit(1)")
    assert isinstance(read_document(paper), ReadDocument)


def test_reading_here_keeps_to_the_same_depth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "raise SystemExit(1)")
    path = tmp_path / "a.json"
    path.write_bytes(b'{"a":' * 100_000)
    assert refused(path).startswith("This file is nested too deeply")


def test_reading_leaves_no_library_in_the_program_itself(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(xlsx(("Action", "Lead"), ("Meet", "Jo")))
    (tmp_path / "plan.pdf").write_bytes(pdf(lines("Families were heard.")))
    (tmp_path / "plan.docx").write_bytes(docx(p("Families were heard.")))
    program = (
        "import sys, pathlib\n"
        "from maturity.evidence.asking.client import read_document\n"
        f"files = sorted(pathlib.Path({str(tmp_path)!r}).iterdir())\n"
        "read = [read_document(path).document.reader for path in files]\n"
        "heavy = {'docx', 'lxml', 'openpyxl', 'pypdfium2', 'pypdfium2_raw'}\n"
        "sys.stdout.write(f'{read} {heavy & set(sys.modules)}')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("['word', 'pdf', 'excel'] set()", "")


def test_evidence_loads_no_library_that_reads_searches_or_checks() -> None:
    program = (
        "import sys, maturity.evidence, maturity.evidence.asking.client, maturity.evidence.model, "
        "maturity.evidence.store, maturity.evidence.search.tokens, maturity.evidence.typed\n"
        "heavy = {'docx', 'lxml', 'openpyxl', 'pypdfium2', 'pydantic', 'rapidfuzz'}\n"
        "heavy.add('maturity.evidence.search.stemming')\n"
        "sys.stdout.write(', '.join(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("", "")
