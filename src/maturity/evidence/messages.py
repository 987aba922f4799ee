"""Every sentence said about a document, by its code.

R: the document was refused and nothing of it is kept. W: it was read, and this is to be known.
"""

from collections.abc import Mapping
from types import MappingProxyType

from maturity.evidence.model import Notice

__all__ = ["SENTENCES", "Refused", "notice", "sentence"]

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "R01": "There is no file of this name. Check the name, or drag the file onto the window.",
        "R02": "This is a folder. Name the files inside it.",
        "R03": "This is not an ordinary file. Copy the document to a folder and add the copy.",
        "R04": "The file is empty. Ask for it again.",
        "R05": "The file cannot be opened. Close it in Word or Excel, or copy it to another "
        "folder, then try again.",
        "R06": "This is a lock file that Word or Excel leaves, not a document. Add the file "
        "without ~$ in its name.",
        "R07": "The file did not arrive within {seconds} seconds. It may be online only: open it "
        "once, then try again.",
        "R08": "The file is {size} MB and the limit is {limit} MB. Save a smaller copy{or_large}.",
        "R09": "This Word file is damaged (not a complete zip). Open it in Word and save a copy.",
        "R10": "This Excel file is damaged (not a complete zip). Open it in Excel and save a copy.",
        "R11": "This file is damaged ({part} cannot be read). Open it in the program that made it "
        "and save a copy.",
        "R12": "This file would unpack to more than the limit ({limit}), so it was not opened. "
        "Save a copy without pictures or embedded files.",
        "R13": "This file declares a document type, which Word and Excel never do, so it was not "
        "opened. Open it in Word or Excel and save a copy.",
        "R14": "This file is protected by a password. Open it in Word or Excel, remove the "
        "password and save a copy.",
        "R15": "This is an old Office file from before 2007. Open it in Word or Excel and save it "
        "as .docx or .xlsx.",
        "R16": "This kind of file is not read. Open it in Word or Excel and save it as .docx or "
        ".xlsx.",
        "R17": "PowerPoint files are not read. Save it as PDF and add the PDF.",
        "R18": "This is a picture, and pictures are not read. Type what it shows as evidence, "
        "with where it came from.",
        "R19": "This is a zip of files. Unpack it and add the files inside.",
        "R20": "This PDF is protected by a password. Give it with --ask-password, or save a copy "
        "without it.",
        "R21": "This PDF is damaged and cannot be read. Open it in a PDF reader and print it to a "
        "new PDF.",
        "R22": "{pages}, so there is no text to read. Run text recognition (OCR) on it first.",
        "R23": "PDF files cannot be read on this installation. Install pypdfium2, or save the "
        "document as .docx.",
        "R24": "This PDF has {n} pages and the limit is {limit}. Save the part you need as its own "
        "PDF{or_large}.",
        "R25": "This kind of file is not known. Word, Excel, PDF, web page, text, CSV and "
        "WordPress JSON can be read.",
        "R26": "Reading needed more than {seconds} seconds, so it was stopped. Save the part you "
        "need as its own file.",
        "R27": "Reading needed more than {memory} of memory, so it was stopped. Save the part you "
        "need as its own file.",
        "R28": "This workbook has more than {limit} filled cells. Save the sheets you need as "
        "their own file{or_large}.",
        "R29": "This workbook merges more than {limit} cells. Unmerge whole rows, columns or "
        "sheets in Excel and save a copy.",
        "R30": "This document is too long to search well (over {limit}). Save the chapters you "
        "need as their own files.",
        "R31": "This JSON is not a WordPress page: it has no title and content. Save the web page "
        "itself and add that.",
        "R32": "The letters in this file cannot be read with certainty. Save it as UTF-8, or name "
        "the encoding with --encoding.",
        "R33": "No text was found in this file.",
        "R34": "This file is nested too deeply to be a real document, so it was not read. Copy "
        "its text into Word and add that.",
        "R35": "The reader stopped on this file. Nothing was added; the other files are not "
        "affected.",
        "R36": "More than {limit} files were named. Add them in smaller groups; none was added.",
        "R37": "This laptop does not allow the reader to start, so Word, Excel and PDF "
        "cannot be read. Save it as text and add that.",
        "R39": 'There is no encoding called "{encoding}". Names in use are utf-8, utf-16 and '
        "windows-1252.",
        "R40": "No table was found in this file. Save the sheet you need as .csv.",
        "R41": "The password does not open this PDF. Check it, or save a copy without one.",
        "R42": "This is not a Word file. Name the board paper as it came back, as .docx.",
        "R43": "This laptop does not allow the reader to start, so the paper cannot be read.",
        "R45": "This file holds macros, so it is not used as a template. Open it in Word and save "
        "it as .docx or .dotx, which hold none.",
        "R46": "This file holds an embedded object, so it is not used as a template. Take the "
        "object out in Word and save a copy.",
        "R47": "This is not a Word file, so it cannot be a template. Name a .docx or .dotx, or a "
        "TOML file that names one.",
        "R48": "This PDF does not say which letters it shows, so its text cannot be read. Add the "
        "document it was made from, or run text recognition (OCR) on it first.",
        "W01": "{pictures} not read: {pages}.",
        "W02": "Named {ext} but is a {kind}; it was read as a {kind}.",
        "W03": "Contains tracked changes by {people}; the text is read as if all were accepted.",
        "W04": "{passages} left out.",
        "W05": "{pictures} not read.",
        "W06": "{parts} left out.",
        "W07": "{formulas} no saved value. Open the workbook in Excel and save it.",
        "W08": "Macros were ignored.",
        "W09": "Hidden sheets, rows or columns were read: {names}.",
        "W10": "Colours set by conditional formatting are not read ({ranges}).",
        "W11": "{cell}: Excel holds {value}. If the plan says {value}0, type it as text.",
        "W12": "The text ends in the middle. Ask for the full minutes.",
        "W13": '{ref}: "{words}" has nothing above it to point at.',
        "W14": "{ref}, {column}: the status letter is {name} ({code}); read as {letter}.",
        "W15": '{ref}, {column}: "{raw}" is not one status. Choose one.',
        "W16": "{ref}, {column}: the letter says {a} and the colour says {b}; the letter is kept.",
        "W17": '"{initials}" could be {n} people: {people}. Choose one.',
        "W18": '"{initials}" is not in the attendance or the apologies.',
        "W19": '"{initials}" sent apologies and was given an action.',
        "W20": '"{raw}" is not a date; it was kept as written.',
        "W21": '"{raw}" is after the workshop.',
        "W22": "Read as {encoding}.",
        "W23": "{characters} removed.",
        "W24": "{characters} removed.",
        "W25": 'Already added on {date} as "{title}".',
        "W26": "{excerpts} may identify a child. {they} covered until you show {them}.",
        "W27": "This copies names into the session folder.",
        "W28": "{garbled} not read, as the PDF does not say which letters they show: {pages}. Run "
        "text recognition (OCR) on it.",
        "W29": "What was typed into {fields} of a form was read, too.",
        "W30": "This PDF is a form of a kind that few programs show; what was typed into it was "
        "not read. Print it to a new PDF and add that.",
        "W31": "Words were taken out of this document by maturity erase.",
        "W32": "Only what was linked is kept of this document.",
    }
)
"""The sentences; a person reads them after the file's name."""


def sentence(code: str, /, **values: object) -> str:
    """The whole sentence of `code`, with `values` in their places."""
    return SENTENCES[code].format(**values)


def notice(code: str, /, **values: object) -> Notice:
    """Something to be known about a document, kept with it."""
    return Notice(code=code, sentence=sentence(code, **values))


class Refused(Exception):
    """A document that is not read; nothing of it is kept.

    `code` is the row of the table and `sentence` what the person reads.
    """

    def __init__(self, code: str, /, **values: object) -> None:
        """Refuse with the sentence of `code`."""
        self.code = code
        self.sentence = sentence(code, **values)
        super().__init__(self.sentence)

    @classmethod
    def repeated(cls, code: str, said: str) -> "Refused":
        """The refusal that another process has put into words already."""
        refused = cls("R35")
        refused.code, refused.sentence = code, said
        return refused
