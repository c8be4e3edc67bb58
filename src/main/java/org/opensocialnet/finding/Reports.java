package org.opensocialnet.finding;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.reports.ReportBox;
import org.opensocialnet.reports.Told;
import org.opensocialnet.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Takes what readers say is wrong to those who keep the records, and is not flooded, on any node. Who says it is not asked; an e-mail for an answer is left only by who wants one. */
@Component
class Reports {

    /** Of all readers together, because nobody asks who they are: thirty at once, then one every two seconds. */
    static final Limit LIMIT = new Limit("report", 30, Duration.ofSeconds(2));

    /** A field that people do not see; only programs fill it. */
    private static final String TRAP = "trap";

    private final ReportBox box;
    private final Attempts attempts;

    Reports(ReportBox box, Attempts attempts) {
        this.box = box;
        this.attempts = attempts;
    }

    /** What the fields of a form say, none of which must be there. */
    static ReportForm typed(MultiValueMap<String, String> fields) {
        return new ReportForm(
                text(fields, "kind"),
                text(fields, "message"),
                text(fields, "email"),
                text(fields, "provider").equals("yes"),
                text(fields, "stays").equals("yes"),
                ReportForm.State.EMPTY);
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    /**
     * Takes a report, or says why not: {@code show} draws the record's page with the form.
     *
     * @param path of the record's page
     */
    ModelAndView answer(
            Subject about,
            String path,
            MultiValueMap<String, String> fields,
            Words t,
            Function<ReportForm, ModelAndView> show) {
        var form = take(about, typed(fields), t.lang(), !text(fields, TRAP).isEmpty());
        if (form.state() == ReportForm.State.KEPT) {
            return new ModelAndView("redirect:" + t.link(path + "?reported=yes#report"));
        }
        var page = show.apply(form);
        page.setStatus(
                form.state() == ReportForm.State.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST);
        return page;
    }

    /** A program that filled what people do not see is told that all is well. */
    private ReportForm take(Subject about, ReportForm form, String language, boolean trapped) {
        if (form.message().isBlank()) {
            return form.as(ReportForm.State.MISSING);
        }
        if (form.message().length() > ReportBox.LONGEST) {
            return form.as(ReportForm.State.TOO_LONG);
        }
        if (!form.email().isBlank() && !ReportBox.isAddress(form.email().strip())) {
            return form.as(ReportForm.State.NO_ADDRESS);
        }
        if (!form.stays() && ReportBox.tellsOfSomebody(form.knownKind(), form.message())) {
            return form.as(ReportForm.State.SOMEBODY);
        }
        if (!trapped) {
            if (!attempts.allow(LIMIT, "all")) {
                return form.as(ReportForm.State.TOO_MANY);
            }
            box.take(new Told(
                    about,
                    form.knownKind(),
                    form.message().strip(),
                    language,
                    form.email().strip(),
                    form.provider()));
        }
        return form.as(ReportForm.State.KEPT);
    }
}
