"""The codes of the currencies reparation can be ordered in, and how far each is divided.

Codes and minor units of ISO 4217 (list one), of currencies that are money: no precious metals, no units of account for
bonds, no codes for testing. A code that is not here is refused, and never guessed.
"""

from collections.abc import Mapping
from types import MappingProxyType

_WITHOUT = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_IN_HUNDREDTHS = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP
CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN
PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW
"""
_IN_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"

MINOR_UNITS: Mapping[str, int] = MappingProxyType({
    code: digits
    for codes, digits in ((_WITHOUT, 0), (_IN_HUNDREDTHS, 2), (_IN_THOUSANDTHS, 3))
    for code in codes.split()
})  # fmt: skip
"""Digits after the point, by code."""
