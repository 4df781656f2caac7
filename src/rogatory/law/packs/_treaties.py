"""What the treaty packs share: the instruments, and the grounds that no condition can answer."""

from rogatory.law.conditions import Test, any_of
from rogatory.law.doctrine.ill_treatment import REAL_RISK, SAADI
from rogatory.law.doctrine.persecution import CONVERGING, PERSECUTION
from rogatory.law.doctrine.trial import EL_HASKI, TAINTED_PROCEEDINGS
from rogatory.law.norms import Bound, between, fallback
from rogatory.law.sources import Instrument
from rogatory.law.vocabulary import request

EXTRADITION_1957 = Instrument("ETS-024", "European Convention on Extradition", "ETS 024")
EXTRADITION_P1 = Instrument("ETS-086", "Additional Protocol to the European Convention on Extradition", "ETS 086")
EXTRADITION_P2 = Instrument(
    "ETS-098", "Second Additional Protocol to the European Convention on Extradition", "ETS 098"
)
EXTRADITION_P3 = Instrument(
    "CETS-209", "Third Additional Protocol to the European Convention on Extradition", "CETS 209"
)
EXTRADITION_P4 = Instrument(
    "CETS-212", "Fourth Additional Protocol to the European Convention on Extradition", "CETS 212"
)
ASSISTANCE_1959 = Instrument("ETS-030", "European Convention on Mutual Assistance in Criminal Matters", "ETS 030")
ASSISTANCE_P1 = Instrument("ETS-099", "Additional Protocol to the European Convention on Mutual Assistance", "ETS 099")
ASSISTANCE_P2 = Instrument(
    "ETS-182", "Second Additional Protocol to the European Convention on Mutual Assistance", "ETS 182"
)
LAUNDERING_1990 = Instrument("ETS-141", "Convention on Laundering, Search, Seizure and Confiscation", "ETS 141")
LAUNDERING_2005 = Instrument(
    "CETS-198", "Convention on Laundering, Search, Seizure and Confiscation and on Terrorist Financing", "CETS 198"
)
TERRORISM_1977 = Instrument("ETS-090", "European Convention on the Suppression of Terrorism", "ETS 090")
TERRORISM_2005 = Instrument("CETS-196", "Council of Europe Convention on the Prevention of Terrorism", "CETS 196")
BUDAPEST = Instrument("ETS-185", "Convention on Cybercrime", "ETS 185")
HOSTAGES = Instrument("HOSTAGES-1979", "International Convention against the Taking of Hostages", "1979")
BOMBINGS = Instrument("BOMBINGS-1997", "Convention for the Suppression of Terrorist Bombings", "1997")
FINANCING = Instrument("FINANCING-1999", "Convention for the Suppression of the Financing of Terrorism", "1999")
NUCLEAR = Instrument("NUCLEAR-2005", "Convention for the Suppression of Acts of Nuclear Terrorism", "2005")
UNTOC = Instrument("UNTOC", "UN Convention against Transnational Organized Crime", "2000")
UNCAC = Instrument("UNCAC", "UN Convention against Corruption", "2003")
VIENNA = Instrument("VIENNA-1988", "UN Convention against Illicit Traffic in Narcotic Drugs", "1988")

LAUNDERING_PARTIES: Bound = between("ETS-141", "CETS-198")
"""Between two parties to the later convention that one governs, otherwise the earlier (CETS 198 Art. 49)."""
UN_LAYER: Bound = fallback("UNTOC", "UNCAC", "VIENNA-1988")
"""UNTOC Art. 18(9)-(29) and its twins, which step back behind any assistance treaty between the two states."""

POLITICAL_OFFENCE = request.political_offence.is_("relative", "absolute", "connected")
"""The requested state's own classification."""

BEYOND_CONDITIONS = Test(
    id="beyond-conditions",
    title="a ground stands that partial, conditional or later cooperation cannot answer",
    source=CONVERGING + SAADI + EL_HASKI,
    # Talking to the pursuing state about terms would then serve nothing and may give the person away.
    body=any_of(PERSECUTION, REAL_RISK, TAINTED_PROCEEDINGS),
)
