"""Which passwords are refused, and what it costs to tell."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time

import pytest

from kokumi.errors import BadRequestError, Detail
from kokumi.metadata.passwords import MAX_LENGTH, check_password

_LEET = "!$%(+0123456789<@[{|"
"""Characters that may stand for a letter: each combination of letters is looked up."""


@pytest.mark.parametrize(
    "password",
    [
        *("password", "12345678", "aaaaaaaa", " " * 8, "a password", "P@ssw0rd", "qwertyuiop", "iloveyou"),
        *("kokumi12", "kokumi2026", "kokumikokumi", "umami123", "umamiumami", "KOKUMI!!"),
        *("ada.lovelace@example.com", "ADA.lovelace@example.com", "lovelace1815", "adalovelace", "Lovelace!"),
        *("a" * MAX_LENGTH, "password" * 20, "2026-11-24", "admin123"),
    ],
)
def test_easy_to_guess(password: str) -> None:
    """Common words, repeats, rows of keys, dates and what belongs to the user are refused."""
    with pytest.raises(BadRequestError) as caught:
        check_password(password, "ada.lovelace@example.com", "newPassword")
    assert caught.value.details == (
        Detail(
            "newPassword",
            "must be harder to guess: use three or four unrelated words, or let a password manager make one, "
            "but not your name, a common password or a row of keys",
        ),
    )


def test_name_as_password() -> None:
    """A name is no password, however hard it would be to guess for others."""
    name = "k7#Qz!mV0p&Lx2wR"
    check_password(name, "ada")
    with pytest.raises(BadRequestError):
        check_password(name, name)


@pytest.mark.parametrize(
    "password",
    [
        *("correct horse", "a quiet password", "j4Kp-9wTz", "überall Wind"),
        "x" * 10 + "correct horse battery staple",
    ],
)
def test_hard_enough(password: str) -> None:
    """A few words or some random characters will do."""
    check_password(password, "ada")


@pytest.mark.parametrize(
    "password",
    [
        pytest.param((_LEET * 13)[:MAX_LENGTH], id="leet"),
        pytest.param(_LEET + "é" * (MAX_LENGTH - len(_LEET)), id="leet and letters"),
        pytest.param("İ" * MAX_LENGTH, id="letters that grow when made small"),
        pytest.param("1/1/11" * 42, id="dates"),
        pytest.param("ab" * 127, id="repeats"),
    ],
)
def test_time_is_bounded(password: str) -> None:
    """The slowest of passwords takes about 0.6 seconds of processor time; unbounded it is minutes."""
    check_password("a quiet password", "ada")  # loads the lists of words
    began = time.process_time()
    with contextlib.suppress(BadRequestError):
        check_password(password, "x" * 255)
    assert time.process_time() - began < 2.5


def test_lists_of_words_are_loaded_when_needed() -> None:
    """A command that sets no password does not pay for them."""
    program = "import sys, kokumi.metadata.store, kokumi.cli.main; print('zxcvbn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
