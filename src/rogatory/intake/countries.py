"""Codes of states: those of ISO 3166-1, and of states that asked and answered before they ended."""

from functools import cache

from rogatory.intake.tally import Tally
from rogatory.intake.words import Path, close, shown
from rogatory.states.records import INTERPOL, NOT_NAMED
from rogatory.states.tables import state_name

_ISO = frozenset(
    # One string: a list of 249 literals cannot be compared with the table of the standard.
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()  # noqa: SIM905
)
_ENDED = frozenset({"CS", "DD", "SU", "YU"})
"""Serbia and Montenegro and Czechoslovakia, the German Democratic Republic, the Soviet Union, Yugoslavia."""
_FOR_USERS = frozenset(f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Codes the standard leaves to its users: XK for Kosovo, XX where a state is made up."""
_MISTAKEN = {"UK": "GB", "EL": "GR", "EN": "GB", "SP": "ES", "UKR": "UA", "USA": "US", "GER": "DE"}

NO_CODE = "Write a code of ISO 3166-1, as BE or KZ; ZZ if the state is not named."


def is_country(code: str) -> bool:
    """Whether a case file may name this code: a state, ZZ for one not named, or INTERPOL."""
    return code in _ISO or code in _ENDED or code in _FOR_USERS or code in (NOT_NAMED, INTERPOL)


def country_meant(text: str) -> str:
    """Which code may have been meant by `text`, as a question; empty if none comes to mind.

    >>> country_meant("UK"), country_meant("be"), country_meant("Kazakstan")
    ('Did you mean GB?', 'Did you mean BE?', 'Did you mean KZ?')
    """
    code = text.strip().upper()
    code = _MISTAKEN.get(code, code)
    if is_country(code):
        return f"Did you mean {code}?"
    meant = close(text, _codes())
    return f"Did you mean {_codes()[meant[0]]}?" if meant else ""


def checked_state(code: str, path: Path, tally: Tally) -> str:
    """The code, its fault noted if no state has it."""
    if not is_country(code):
        tally.say(path, f"{shown(code)} is no code of a state", ("" if tally.full else country_meant(code)) or NO_CODE)
    return code


@cache
def _codes() -> dict[str, str]:
    """Codes by the English names the treaty matrix knows."""
    return {state_name(code): code for code in sorted(_ISO) if state_name(code) != code}
