// Better Auth's e-mail OTP as its documentation sets it up: Node's HTTP server, better-sqlite3, a nodemailer pool.
// Settings: PORT, SMTP_PORT, SMTP_CA (a PEM file), DATA (a directory). Prints "ready" once it listens.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { toNodeHandler } from "better-auth/node";
import { emailOTP } from "better-auth/plugins";
import Database from "better-sqlite3";
import nodemailer from "nodemailer";

const { PORT, SMTP_PORT, SMTP_CA, SMTP_CONNECTIONS, DATA } = process.env;

const database = new Database(`${DATA}/better-auth.sqlite`);
database.pragma("journal_mode = WAL");

const mailer = nodemailer.createTransport({
  pool: true,
  maxConnections: Number(SMTP_CONNECTIONS),
  maxMessages: Infinity,
  host: "localhost",
  port: Number(SMTP_PORT),
  requireTLS: true,
  tls: { ca: readFileSync(SMTP_CA) },
  auth: { user: "bench", pass: "a-secret-password" },
});

const auth = betterAuth({
  baseURL: `http://127.0.0.1:${PORT}`,
  secret: "a-secret-of-the-benchmark-that-is-long-enough",
  database,
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  plugins: [
    emailOTP({
      otpLength: 6,
      async sendVerificationOTP({ email, otp }) {
        await mailer.sendMail({
          from: "Bench <bench@example.org>",
          to: email,
          subject: "Your code",
          text: `Your code is ${otp}. It works for ten minutes.`,
        });
      },
    }),
  ],
});
await (await getMigrations(auth.options)).runMigrations();

const page = `<!doctype html><html lang="en"><title>Sign up</title>
<form method="post"><label>E-mail <input name="email" type="email"></label><button>Continue</button></form></html>`;
const authenticate = toNodeHandler(auth);
const server = createServer((request, response) => {
  if (request.url.startsWith("/api/auth/")) return authenticate(request, response);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": Buffer.byteLength(page) });
  response.end(page);
});
server.listen(Number(PORT), "127.0.0.1", () => console.log("ready"));
