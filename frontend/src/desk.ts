import "./styles/desk.scss";
import { ErrorSummary, createAll } from "govuk-frontend";
import { openMenu } from "./menu";
import { listenForKeys } from "./keys";
import { readBack } from "./reading";
import { offerPasskeys } from "./passkeys";

createAll(ErrorSummary);
openMenu(document);
listenForKeys(document, window.location);
readBack(document);
offerPasskeys(document, window);
