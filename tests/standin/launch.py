"""Run a module whose discord.py knows only a stand-in.

`python -m tests.standin.launch REST_URL GATEWAY_URL MODULE [ARGUMENT ...]`
"""

import runpy
import sys

from tests.standin.addresses import pointed_at


def main() -> None:
    """Run the module as if it had been started itself."""
    _, rest_url, gateway_url, module, *arguments = sys.argv
    sys.argv = [module, *arguments]
    with pointed_at(rest_url, gateway_url):
        runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
