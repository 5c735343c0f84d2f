"""HTTP: one session with timeouts, retries and the authentication that a server asks for; faults in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.exceptions import ConnectionError as Unreachable
from requests.exceptions import RequestException, SSLError, Timeout
from urllib3.exceptions import MaxRetryError, ReadTimeoutError
from urllib3.util import Retry

from kgraph.errors import ServerError
from kgraph.protocol.address import Address

PATIENCE: Final = (10, 600)
"""Seconds to be let in, and seconds without a byte of the answer."""
# All that is sent may be sent twice: queries, whole graphs, and the deletion of graphs.
_RETRIES: Final = Retry(
    total=2,
    backoff_factor=0.3,
    status_forcelist=(502, 503, 504),
    allowed_methods=None,
    raise_on_status=False,
    redirect=False,
)


class _Bearer(AuthBase):
    """A token; as a mere header of the session it would give way to what stands in ``~/.netrc``."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


@dataclass(frozen=True, slots=True)
class Connection:
    """Requests to the server at *address*; *session* keeps its connections and how it wants to be told who asks."""

    address: Address
    session: requests.Session

    @classmethod
    def to(cls, address: Address) -> Connection:
        """A connection that is opened when something is sent."""
        session = requests.Session()
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=_RETRIES))
        session.headers["User-Agent"] = "kgraph"
        if address.token:
            session.auth = _Bearer(address.token)
        return cls(address, session)

    def send(
        self,
        method: str,
        url: str,
        *,
        accept: str = "*/*",
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | bytes | None = None,
        content_type: str | None = None,
        stream: bool = False,
    ) -> requests.Response:
        """The answer, whatever its status. Raises ServerError where there is none."""
        headers = {"Accept": accept} | ({"Content-Type": content_type} if content_type else {})

        def sent() -> requests.Response:
            return self.session.request(
                method,
                url,
                params=params,
                data=data,
                headers=headers,
                stream=stream,
                timeout=PATIENCE,
                allow_redirects=False,  # the second request would lose its body
            )

        with told(url):
            response = sent()
            return sent() if response.status_code == 401 and self._identified(response) else response

    def _identified(self, response: requests.Response) -> bool:
        """Whether the session can now tell who asks, in the way that *response* demands, and could not before."""
        if self.session.auth is not None or not self.address.user:
            return False
        user, password = self.address.user, self.address.password
        if "digest" in response.headers.get("WWW-Authenticate", "").lower():
            self.session.auth = HTTPDigestAuth(user, password)
        else:
            self.session.auth = HTTPBasicAuth(user.encode(), password.encode())  # as text it could only be Latin-1
        return True


@contextmanager
def told(url: str) -> Iterator[None]:
    """Raise what goes wrong between here and *url* as ServerError."""
    try:
        yield
    except SSLError as error:
        raise ServerError(f"{url}: its certificate is not trusted; name yours in REQUESTS_CA_BUNDLE") from error
    except (Timeout, Unreachable) as error:
        raise ServerError(f"{url}: {_silence(error)}") from error
    except (RequestException, UnicodeError) as error:  # the last: a host name that cannot be one
        raise ServerError(f"{url}: the answer cannot be read ({_first_line(error)}); check the address") from error


def _silence(error: RequestException) -> str:
    """Why there is no answer: nobody there, or nobody who answers in time."""
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    if isinstance(error, requests.exceptions.ReadTimeout) or isinstance(reason, ReadTimeoutError):
        return f"no answer in {PATIENCE[1]} seconds; is the server at work on something else?"
    return "cannot be reached; is the server running there, and is the address right?"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
