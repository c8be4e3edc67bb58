package org.opensocialnet.desk;

import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where members say how they want the desk. */
@Controller
class OwnPages {

    private final Preferences preferences;

    private final OwnLetters letters;
    private final Words.Dictionary words;

    OwnPages(Preferences preferences, OwnLetters letters, Words.Dictionary words) {
        this.preferences = preferences;
        this.letters = letters;
        this.words = words;
    }

    /** What can be chosen, and which letters come in any case. */
    record PreferencePage(
            List<Choice> languages, List<Choice> keys, List<OwnLetters.Row> letters, List<String> always) {}

    @GetMapping("/desk/preferences")
    ModelAndView look(SignedIn me, Words t) {
        var form = Form.fresh(t)
                .with(
                        "language",
                        preferences.language(me.member()).orElse(t.language()).code())
                .with("keys", preferences.keys(me.member()) ? "yes" : "no");
        var page = page(me, t);
        page.letters().forEach(row -> form.with(row.field(), row.how()));
        return form.page("desk/preferences", page).addObject("me", me);
    }

    @PostMapping("/desk/preferences")
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var language = form.field("language", t.of("desk.preferences.language")).oneOf(List.of("el", "en"));
        var keys = form.field("keys", t.of("desk.preferences.keys")).oneOf(List.of("yes", "no"));
        var page = page(me, t);
        page.letters().stream()
                .filter(row -> !form.all(row.field()).isEmpty())
                .forEach(row -> form.field(row.field(), row.name())
                        .oneOf(row.choices().stream().map(Choice::value).toList()));
        if (!form.sound()) {
            page.letters().stream()
                    .filter(row -> form.all(row.field()).isEmpty())
                    .forEach(row -> form.with(row.field(), row.how()));
            return form.again("desk/preferences", page).addObject("me", me);
        }
        var chosen = Language.of(language).orElse(t.language());
        preferences.save(me.member(), chosen, keys.equals("yes"));
        letters.choose(me, form, page.letters());
        Said.done(words.in(chosen).of("desk.preferences.saved")).on(redirect);
        return new ModelAndView("redirect:" + chosen.link("/desk/preferences?_language=" + chosen.code()));
    }

    private PreferencePage page(SignedIn me, Words t) {
        return new PreferencePage(
                List.of(
                        new Choice(Language.GREEK.code(), Language.GREEK.ownName()),
                        new Choice(Language.ENGLISH.code(), Language.ENGLISH.ownName())),
                List.of(
                        new Choice("yes", t.of("desk.preferences.keys.on"), t.of("desk.preferences.keys.hint")),
                        new Choice("no", t.of("desk.preferences.keys.off"))),
                letters.rows(me, t),
                letters.always(t));
    }
}
