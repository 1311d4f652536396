"""How the team gets in at the desk: passwords, passkeys, second factors, sessions, lock-outs."""
