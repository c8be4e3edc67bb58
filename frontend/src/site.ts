import "./styles/site.scss";
import { ExitThisPage, SkipLink, createAll } from "govuk-frontend";
import { foldFilters, sendFiltersOnChange } from "./filters";
import { offerNearMe } from "./near";
import { offerShare } from "./share";
import { offerSuggestions } from "./suggest";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(SkipLink);
createAll(ExitThisPage);
foldFilters(document);
sendFiltersOnChange(document, window.location);
offerNearMe(document, navigator, window.location);
offerShare(document, navigator, window.location);
offerSuggestions(document, window.location);
