import "./styles/desk.scss";
import { ErrorSummary, createAll } from "govuk-frontend";
import { openMenu } from "./menu";
import { listenForKeys } from "./keys";
import { readBack } from "./reading";
import { offerPasskeys } from "./passkeys";
import { warnInTime } from "./stay";
import { follow } from "./progress";
import { takeSignatures } from "./signing";

createAll(ErrorSummary);
openMenu(document);
listenForKeys(document, window.location);
readBack(document);
offerPasskeys(document, window);
takeSignatures(document);
follow(document, { send: (address, request) => fetch(address, request), reload: () => window.location.reload() });
warnInTime(document, {
  send: (address, request) => fetch(address, request),
  channel: new BroadcastChannel("osn-desk"),
  now: () => Date.now(),
});
