"""Options that many commands have, those that only open a window among them."""

from ceremony_app.cli.spoken import option

operator_option = option("--operator", metavar="NAME", about="cli.option.operator")
session_option = option("--session", default="", metavar="NAME", about="cli.option.session")
