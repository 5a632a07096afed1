"""The way of a teaching script: Flask, the code in the signed session cookie's server-side record, smtplib for each mail.

Settings: SMTP_PORT, DATA (a directory); SSL_CERT_FILE names the relay's root. `python script.py` makes the table; gunicorn serves `app`.
"""

import os
import secrets
import smtplib
import sqlite3
import ssl
from email.message import EmailMessage

from flask import Flask, redirect, request, session

app = Flask(__name__)
app.secret_key = "a-secret-of-the-benchmark"
PATH = os.path.join(os.environ["DATA"], "script.sqlite")
PAGE = """<!doctype html><title>Sign up</title><form method=post action=/request>
<label>E-mail <input name=email type=email></label><button>Continue</button></form>"""


def database():
    connection = sqlite3.connect(PATH, timeout=30)
    connection.execute("PRAGMA journal_mode=WAL")
    return connection


@app.get("/")
def page():
    return PAGE


@app.post("/request")
def request_code():
    email, code = request.form["email"], f"{secrets.randbelow(10**6):06}"
    with database() as connection:
        connection.execute("INSERT OR REPLACE INTO code VALUES (?, ?)", (email, code))
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "bench@example.org", email, "Your code"
    message.set_content(f"Your code is {code}. It works for ten minutes.")
    with smtplib.SMTP("localhost", int(os.environ["SMTP_PORT"])) as relay:
        relay.starttls(context=ssl.create_default_context())
        relay.login("bench", "a-secret-password")
        relay.send_message(message)
    session["email"] = email
    return redirect("/code")


@app.post("/verify")
def verify_code():
    email = session["email"]
    with database() as connection:
        row = connection.execute("DELETE FROM code WHERE email = ? AND code = ? RETURNING email", (email, request.form["code"])).fetchone()
        if row is None:
            return "wrong code", 403
        connection.execute("INSERT OR IGNORE INTO account VALUES (?)", (email,))
    session["account"] = email
    return redirect("/me")


@app.get("/me")
def me():
    return session["account"]


if __name__ == "__main__":
    with database() as tables:
        tables.execute("CREATE TABLE code (email TEXT PRIMARY KEY, code TEXT)")
        tables.execute("CREATE TABLE account (email TEXT PRIMARY KEY)")
