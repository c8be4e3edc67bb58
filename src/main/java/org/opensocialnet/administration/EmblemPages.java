package org.opensocialnet.administration;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.settings.Emblem;
import org.opensocialnet.settings.Emblem.Place;
import org.opensocialnet.settings.Emblems;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The emblems of the city and of those who pay: looked at as they were drawn anew, added, taken away. */
@Controller
class EmblemPages {

    /** The page. */
    record EmblemPage(@Nullable Emblem city, List<Emblem> funders, List<Choice> places) {}

    private final Emblems emblems;
    private final TransactionOperations transaction;

    EmblemPages(Emblems emblems, TransactionOperations transaction) {
        this.emblems = emblems;
        this.transaction = transaction;
    }

    @GetMapping("/desk/settings/emblems")
    ModelAndView emblems(SignedIn me, Words t) {
        return Form.fresh(t).page("administration/emblems", page(t)).addObject("me", me);
    }

    @PostMapping("/desk/settings/emblems")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            SignedIn me,
            Words t,
            RedirectAttributes redirect)
            throws IOException {
        var form = Form.sent(typed, t);
        var place = form.field("place", t.of("administration.emblems.place")).oneOf(Place.class);
        var name = form.field("name", t.of("administration.emblems.name")).required(120);
        if (picture == null || picture.isEmpty()) {
            form.refuse("picture", t.of("administration.emblems.missing"));
        }
        if (form.sound() && picture != null) {
            var bytes = picture.getBytes();
            try {
                Eyes.SETTINGS.look(() -> transaction.execute(_ -> {
                    emblems.add(place.orElseThrow(), name, bytes);
                    return true;
                }));
            } catch (Refusal refusal) {
                form.refuse(refusal.field(), t.of(refusal.key(), refusal.arguments()));
            }
        }
        if (!form.sound()) {
            return form.again("administration/emblems", page(t)).addObject("me", me);
        }
        Said.done(t.of("administration.emblems.added")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/settings/emblems"));
    }

    @PostMapping("/desk/settings/emblems/{emblem}/removal")
    ModelAndView remove(@PathVariable UUID emblem, Words t, RedirectAttributes redirect) {
        Eyes.SETTINGS.look(() -> transaction.execute(_ -> {
            emblems.remove(emblem);
            return true;
        }));
        Said.done(t.of("administration.emblems.removed")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/settings/emblems"));
    }

    private EmblemPage page(Words t) {
        return new EmblemPage(
                emblems.ofCity().orElse(null),
                emblems.ofFunders(),
                List.of(
                        new Choice("city", t.of("administration.emblems.city")),
                        new Choice("funder", t.of("administration.emblems.funder"))));
    }
}
