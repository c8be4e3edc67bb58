package org.opensocialnet.deliveries;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.database.Sight;
import org.opensocialnet.deliveries.DeliveryWords.Row;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a receiver without an account says what came: by the delivery note's QR code or the letter. Looking says nothing. */
@Controller
class ReceivedPages {

    private static final String LINK = ReceiverLinks.PATH + "{token}";

    /** Whoever tries links that are none waits; whoever has one does not. */
    private static final Limit STRANGERS = new Limit("delivery-link", 300, Duration.ofSeconds(5));

    private final ReceiverLinks links;
    private final DeliveryBook book;
    private final Confirming confirming;
    private final DeliveryWords words;
    private final FreeText freeText;
    private final Attempts attempts;

    ReceivedPages(
            ReceiverLinks links,
            DeliveryBook book,
            Confirming confirming,
            DeliveryWords words,
            FreeText freeText,
            Attempts attempts) {
        this.links = links;
        this.book = book;
        this.confirming = confirming;
        this.words = words;
        this.freeText = freeText;
        this.attempts = attempts;
    }

    /** What came, for the receiver to say; handover: none where the link opens nothing. */
    record Page(
            String path,
            @Nullable Handover handover,
            @Nullable Row row,
            List<Choice> answers) {}

    @GetMapping(LINK)
    ModelAndView look(@PathVariable String token, HttpServletRequest request, Words t) {
        return at(
                token,
                request,
                t,
                found -> ReceiptForm.fresh(found, t).page("deliveries/received", page(token, found, t)));
    }

    @PostMapping(LINK)
    ModelAndView say(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Words t) {
        return at(token, request, t, found -> {
            if (!found.takesAnswers()) {
                return ReceiptForm.fresh(found, t).page("deliveries/received", page(token, found, t));
            }
            var form = Form.sent(typed, t);
            freeText.askStrangers(form, t, "words");
            var said = ReceiptForm.read(form, found, t);
            if (said.isEmpty()) {
                return form.again("deliveries/received", page(token, found, t));
            }
            confirming.confirm(found.id(), said.get());
            return new ModelAndView("redirect:" + t.link(ReceiverLinks.PATH + token));
        });
    }

    private ModelAndView at(String token, HttpServletRequest request, Words t, Function<Handover, ModelAndView> work) {
        var found = links.find(token);
        if (found.isEmpty()) {
            if (!attempts.allow(STRANGERS, Origin.coarse(request))) {
                throw Refusal.busy("deliveries.link.busy");
            }
            return new ModelAndView(
                    "deliveries/received",
                    Map.of("page", new Page("", null, null, List.of()), "form", Form.fresh(t)),
                    HttpStatus.GONE);
        }
        return eyes(request).call(() -> work.apply(book.get(found.get())));
    }

    private Page page(String token, Handover found, Words t) {
        return new Page(ReceiverLinks.PATH + token, found, words.row(found, t), ReceiptForm.answers(t));
    }

    /** The secret of the link is all the proof there is; what it opens is one hand-over, whoever receives it. */
    private static Sight eyes(HttpServletRequest request) {
        return new Sight(null, null, "link", Sight.Reach.SYSTEM, "delivery-link", Origin.coarse(request));
    }
}
