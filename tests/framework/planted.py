"""Mistakes planted in a sound framework file, one for each message, and what is told of them."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


NORTHMERE = (HERE / "data" / "northmere.toml").read_text(encoding="utf-8")


QUAY = (HERE / "data" / "quay.toml").read_text(encoding="utf-8")


MARK = "⟦"  # stands where the fault is, and is taken out again


@dataclass(frozen=True)
class Planted:
    """One mistake: what is written instead of what, and what must be said of it."""

    code: str
    old: str
    new: str
    mend: str
    base: str = NORTHMERE

    @property
    def text(self) -> str:
        return self._marked().replace(MARK, "")

    @property
    def place(self) -> tuple[int, int]:
        before = self._marked().split(MARK)[0]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def _marked(self) -> str:
        assert self.old in self.base, self.old
        return self.base.replace(self.old, self.new, 1)


ROLES = "[criterion.roles]                # a lens that helps the room think"


NORTHMERE_LONG = (
    'level.maturing = "Shared design is normal in every service, and families say it helps."'
)


NORTHMERE_LONG_OPEN = 'level.maturing = ⟦"""Shared design\nguidance = """\nHelp."""'


def without(words: str) -> str:
    """The Northmere file without the line that holds these words."""
    return "".join(line for line in NORTHMERE.splitlines(keepends=True) if words not in line)


PLANTED = (
    Planted("F103", 'short = "Leadership"', "short = ⟦“Leadership”", 'straight quote "'),
    Planted("F103", 'code = "P1"', 'code =⟦\u00a0"P1"', "delete it"),
    Planted("F103", "minutes = 210", "⟦\u200bminutes = 210", "delete it"),
    Planted("F103", 'id = "northmere"', "id = ⟦\u2018northmere\u2019", 'straight quote "'),
    Planted(
        "F104",
        'differs."\nlevel.maturing = """\nPartners',
        'differs."\nlevel.maturing = ⟦"""\nPartners',
        "put",
        base=NORTHMERE.replace('plan.\n"""\nrefs', "plan.\nrefs"),
    ),
    Planted("F104", 'title = "Clear roles"', 'title = ⟦"Clear roles', 'put " after'),
    Planted("F104", 'KLOE = "key line of enquiry"', "KLOE = ⟦'key line of enquiry", "put ' after"),
    Planted("F105", 'code = "P1"', 'code⟦: "P1"', 'write "="'),
    Planted("F105", "format = 1 ", "format ⟦: 1 ", 'write "="'),
    Planted("F106", '["emerging", "developing"', '["emerging" ⟦"developing"', "comma"),
    Planted("F106", "core = true, families", "core = true ⟦families", "comma"),
    Planted("F106", '"Decision log"]', '"Decision log⟦"', "put ]"),
    Planted("F107", 'title = "Clear roles"', 'title = "Clear\\troles⟦\\q"', "two backslashes"),
    Planted("F107", 'title = "Clear roles"', 'title = "C:⟦\\Plans"', "two backslashes"),
    Planted("F110", 'question = "Does', '⟦qestion = "Does', 'write "question"'),
    Planted("F110", "evidence = [", "⟦evidnce = [", 'write "evidence"'),
    Planted("F110", "[pillar.leadership]", "[⟦pilar.leadership]", 'write "pillar"'),
    Planted("F110", 'rate = "pillars"', '⟦weight = 2\nrate = "pillars"', "take it out"),
    Planted(
        "F110", 'title = "Clear roles"', '⟦id = "roles"\ntitle = "Clear roles"', "take this line"
    ),
    Planted("F110", "minutes = 210", "⟦minuets = 210", 'write "minutes"'),
    Planted(
        "F111",
        ROLES + '\npillar = "leadership"\ntitle = "Clear roles"',
        MARK + ROLES + '\npillar = "leadership"',
        'title = "..."',
    ),
    Planted("F111", 'title = "Clear roles"', 'title = ⟦""', "write something"),
    Planted("F111", 'title = "Clear roles"', 'title = ⟦" \u200b "', "write something"),
    Planted("F111", ROLES + '\npillar = "leadership"', MARK + ROLES, "pillars here"),
    Planted("F112", "[pillar.co-production]", "⟦[pillar.leadership]", "its own name"),
    Planted("F112", 'code = "P1"', 'code = "P1"\n⟦code = "P2"', "its own name"),
    Planted("F112", "[criterion.roles]", "[criterion.⟦leadership]", "another id"),
    Planted("F113", "[criterion.roles]", "[criterion.2.⟦1]", "[criterion.2-1]"),
    Planted("F113", "[criterion.roles]", "[criterion.⟦Roles]", 'write "roles"'),
    Planted("F113", "[criterion.roles]", '[criterion.⟦"clear roles"]', 'write "clear-roles"'),
    Planted("F113", "[criterion.roles]", "[criterion.clear ⟦roles]", "clear-roles"),
    Planted("F113", 'id = "northmere"', 'id = ⟦"con"', "con-framework"),
    Planted("F113", "[criterion.roles]", "[criterion.r⟦ôles]", "roles"),
    Planted("F108", 'title = "Clear roles"', 'title = "Clear "⟦roles" at last"', "single quotes"),
    Planted("F116", 'title = "Clear roles"', "title = ⟦Children's roles", "Children's roles"),
    Planted("F104", NORTHMERE_LONG, NORTHMERE_LONG_OPEN, "after its last line"),
    Planted("F113", "[criterion.roles]", f"[criterion.⟦{'very-' * 9}long]", "very-very"),
    Planted("F114", 'level.maturing = """', 'level.⟦maturng = """', 'write "maturing"'),
    Planted("F114", 'pillar = "leadership"', 'pillar = ⟦"leadershp"', 'write "leadership"'),
    Planted("F114", "break_after = [", 'break_after = [⟦"lunch", ', "leadership, co-production"),
    Planted("F114", "whole-cohort =", "⟦whole-cohrt =", 'write "whole-cohort"'),
    Planted("F114", 'developing", "maturing"]', 'developing", ⟦"mature"]', "write"),
    Planted(
        "F114", 'title = "Clear roles"', 'title = "Clear roles"\ngroup = ⟦"north"', "[group.north]"
    ),
    Planted("F114", 'title = "Clear roles"', 'title = "Clear roles"\ntags = [⟦"sen"]', "[tag.sen]"),
    Planted(
        "F115", "[pillar.co", "⟦[pillar.co", "level.developing", without("Families help design")
    ),
    Planted("F115", ROLES, MARK + ROLES, "level.developing", without("One agreed map")),
    Planted("F115", "[pillar.co", "⟦[pillar.co", "question =", without("Are families shaping")),
    Planted(
        "F115",
        "[criterion.lights]",
        "⟦[criterion.lights]",
        "level.1",
        QUAY.replace(', meaning = "It is in place here and there."', ""),
    ),
    Planted("F116", 'version = "1.1"', "version = ⟦1.1", '"1.1"'),
    Planted("F116", 'version = "1.1"', "version = ⟦1.1.0", '"1.1.0"'),
    Planted("F116", 'code = "P1"', "code = ⟦1", '"1"'),
    Planted("F116", "core = true, sector", 'core = ⟦"yes", sector', "true or false"),
    Planted("F116", "votes = false", "votes = ⟦0", "true or false"),
    Planted("F116", "effective = 2026-09-01", 'effective = ⟦"2026-09-01"', "2026-09-01, without"),
    Planted("F116", "effective = 2026-09-01", "effective = ⟦1/9/2026", "2026-09-01, without"),
    Planted("F116", "on = false", "on = ⟦False", "small letters"),
    Planted("F116", 'status = "draft"', 'status = ⟦"drafft"', 'write "draft"'),
    Planted("F116", 'rate = "pillars"', 'rate = ⟦"pillar"', 'write "pillars"'),
    Planted("F116", 'title = "Clear roles"', "title = ⟦Clear roles", '"Clear roles"'),
    Planted("F116", "minutes = 210", "minutes = ⟦20", "at least 30"),
    Planted("F116", 'level.emerging = "Boards', 'level.emerging = ⟦7 # "Boards', "straight quotes"),
    Planted("F116", '["laip:4.30"]', '⟦"laip:4.30"', "square brackets"),
    Planted("F116", 'title = "Clear roles"', 'title = ⟦"""Clear\nroles"""', "one line"),
    Planted(
        "F116",
        'level.2 = ["Every quay holds a drill each term.", ',
        "level.2 = ⟦[",
        "two or more",
        base=QUAY,
    ),
    Planted("F117", 'levels = ["0", "1", "2"]', 'levels = ⟦["0"]', "lowest first", base=QUAY),
    Planted(
        "F117", 'levels = ["0", "1", "2"]', 'levels = ["0", "1", "2", ⟦"1"]', "take one", base=QUAY
    ),
    Planted("F117", "0 = {", '⟦9 = { label = "Nine" }\n0 = {', "put it in its place", base=QUAY),
    Planted(
        "F117", 'title = "Drills"', 'title = "Drills"\nlevels = ⟦["1"]', "list more", base=QUAY
    ),
    Planted(
        "F118",
        'safety = { title = "Safety" }',
        'safety = { title = "Safety" }\nempty = ⟦{ title = "E" }',
        "add a criterion",
        base=QUAY,
    ),
    Planted("F119", 'title = "Clear roles"', 'title = ⟦"TODO roles"', "what belongs"),
    Planted("F119", '"Decision log"]', '⟦"xxx"]', "what belongs"),
    Planted("F140", 'title = "Clear roles"', f'title = ⟦"{"long " * 50}"', "shorter"),
    Planted("F140", 'evidence = ["T', f'evidence = {"[" * 20}⟦["T', "brackets"),
    Planted("F140", "minutes = 210", f"⟦{'a.' * 40}b = 1", "shorter name"),
    Planted("F140", "minutes = 210", f"minutes = ⟦{'9' * 5000}", "smaller number"),
    Planted("F141", "format = 1 ", "format = ⟦2 ", "newer maturity"),
)


def identify(planted: object) -> str:
    return f"{planted.code}-{planted.new[:24]!r}" if isinstance(planted, Planted) else str(planted)
