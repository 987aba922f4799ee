"""The session before a new one: read and never changed, so that it may be open elsewhere."""

from dataclasses import replace
from pathlib import Path

from maturity.framework import Framework
from maturity.judgement.carry import Carried, carry
from maturity.session.acts.act import Refused
from maturity.session.fs import Fs
from maturity.session.opening import decide, is_session, look, nothing_in
from maturity.session.pinned import pinned_framework

__all__ = ["last_time"]


def last_time(fs: Fs, folder: Path, framework: Framework, *, day: str = "") -> Carried:
    """What a new session rated against `framework` takes over from the session in `folder`.

    `day` is the new one's, ISO, or "". What was found wrong with the earlier session is said with
    it. Raises `NoSession` where none can be read, and `Refused` where nothing was rated in it, or
    it is later than `day`.
    """
    if not is_session(fs, folder):
        raise nothing_in(folder)
    opened = decide(look(fs, folder), folder, to_read=True)
    state = opened.folded.state
    if not state.session.id:
        raise Refused(opened.read_only)
    before, problem = pinned_framework(fs, folder, state.framework.fingerprint)
    carried = carry(state, before, framework, day=day)
    found = [sentence for sentence in (*opened.sentences, problem) if sentence]
    return replace(carried, said=" ".join((carried.said, *found)))
