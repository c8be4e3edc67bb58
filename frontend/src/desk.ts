import "./styles/desk.scss";
import { ErrorSummary, createAll } from "govuk-frontend";
import { openMenu } from "./menu";
import { listenForKeys } from "./keys";
import { readBack } from "./reading";

createAll(ErrorSummary);
openMenu(document);
listenForKeys(document, window.location);
readBack(document);
