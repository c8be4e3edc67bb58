package org.opensocialnet.reports;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the people of a record say by link whether a report came from them. Looking says nothing. */
@Controller
class ProviderPages {

    private static final String LINK = Proofs.PATH + "{token}";

    /** Whoever tries links that are none waits; whoever has one does not. */
    private static final Limit STRANGERS = new Limit("report-link", 300, Duration.ofSeconds(5));

    private final Proofs proofs;
    private final ReportWords words;
    private final Attempts attempts;

    ProviderPages(Proofs proofs, ReportWords words, Attempts attempts) {
        this.proofs = proofs;
        this.words = words;
        this.attempts = attempts;
    }

    /** The question; said once it was answered, report none where the link opens nothing. */
    record ProofPage(String token, @Nullable Report report, String name, boolean said) {}

    @GetMapping(LINK)
    ModelAndView ask(@PathVariable String token, HttpServletRequest request, Words t) {
        return eyes(request)
                .call(() -> proofs.find(token)
                        .map(report -> page(new ProofPage(token, report, words.name(report, t), false), HttpStatus.OK))
                        .orElseGet(() -> shut(request)));
    }

    @PostMapping(LINK)
    ModelAndView say(
            @PathVariable String token, @RequestParam(defaultValue = "") String then, HttpServletRequest request) {
        boolean known = then.equals("yes") || then.equals("no");
        return eyes(request)
                .call(() -> Optional.of(known && proofs.say(token, then.equals("yes")))
                        .filter(Boolean::booleanValue)
                        .map(_ -> page(new ProofPage(token, null, "", true), HttpStatus.OK))
                        .orElseGet(() -> shut(request)));
    }

    private ModelAndView shut(HttpServletRequest request) {
        if (!attempts.allow(STRANGERS, Origin.coarse(request))) {
            throw Refusal.busy("reports.provider.busy");
        }
        return page(new ProofPage("", null, "", false), HttpStatus.GONE);
    }

    private static ModelAndView page(ProofPage page, HttpStatus status) {
        return new ModelAndView("reports/proof", Map.of("page", page), status);
    }

    /** The secret of the link is all the proof there is; what it opens is one question. */
    private static Sight eyes(HttpServletRequest request) {
        return new Sight(null, null, "link", Sight.Reach.SYSTEM, "report-link", Origin.coarse(request));
    }
}
