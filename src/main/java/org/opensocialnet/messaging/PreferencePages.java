package org.opensocialnet.messaging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.Readers.How;
import org.opensocialnet.messaging.Readers.Preferences;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Where readers decide about letters without an account. Their signed link is all the proof there is, so it opens nothing
 * else. Looking changes nothing, because mail programs look at links before people do.
 */
@Controller
class PreferencePages {

    private static final Sight BY_LINK = new Sight(null, null, "link", Sight.Reach.ORGANIZATION, "letters", "link");

    private final Readers readers;
    private final Kinds kinds;
    private final LocaleResolver locales;

    PreferencePages(Readers readers, Kinds kinds, LocaleResolver locales) {
        this.readers = readers;
        this.kinds = kinds;
        this.locales = locales;
    }

    /** Everything one may decide. */
    record PreferencePage(String ticket, List<Choice> choices, Language language, boolean saved) {}

    /** One family and how it comes. */
    record Choice(String code, Function<Words, String> name, How how, boolean gathers) {}

    /** The question about one family, or that it was stopped. */
    record StopPage(String ticket, String code, Function<Words, String> name, boolean stopped) {}

    @GetMapping("/letters/{ticket}")
    ModelAndView look(
            @PathVariable String ticket,
            @RequestParam(required = false) @Nullable String saved,
            HttpServletRequest request) {
        var known = preferences(reader(ticket));
        var choices = kinds.families().stream()
                .map(family -> new Choice(family.code(), family.name(), known.how(family), family.gathers()))
                .toList();
        var language = known.language() == null ? here(request) : known.language();
        return new ModelAndView(
                "messaging/preferences", "page", new PreferencePage(ticket, choices, language, saved != null));
    }

    @PostMapping("/letters/{ticket}")
    ModelAndView decide(
            @PathVariable String ticket, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        var reader = reader(ticket);
        BY_LINK.run(() -> {
            for (var family : kinds.families()) {
                How.of(typed.getOrDefault(family.code(), ""))
                        .filter(how -> how != How.DAILY || family.gathers())
                        .ifPresent(how -> readers.choose(reader, family, how));
            }
            Language.of(typed.getOrDefault("language", "")).ifPresent(language -> readers.speak(reader, language));
        });
        var language = Objects.requireNonNullElse(preferences(reader).language(), here(request));
        return to(language.link("/letters/" + ticket + "?saved"));
    }

    @GetMapping("/letters/{ticket}/{family}")
    ModelAndView ask(@PathVariable String ticket, @PathVariable String family) {
        var known = family(family);
        var stopped = preferences(reader(ticket)).how(known) == How.NEVER;
        return new ModelAndView("messaging/stop", "page", new StopPage(ticket, known.code(), known.name(), stopped));
    }

    /** A button of ours, or a mail program's own one (RFC 8058), which wants no page and follows no redirect. */
    @PostMapping("/letters/{ticket}/{family}")
    Object stop(
            @PathVariable String ticket,
            @PathVariable String family,
            @RequestParam(name = "again", required = false) @Nullable String again,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick,
            HttpServletRequest request) {
        var reader = reader(ticket);
        var known = family(family);
        BY_LINK.run(() -> readers.choose(reader, known, again == null ? How.NEVER : How.AT_ONCE));
        return oneClick == null
                ? to(here(request).link("/letters/" + ticket + "/" + known.code()))
                : ResponseEntity.noContent().build();
    }

    private String reader(String ticket) {
        return readers.reader(ticket).orElseThrow(() -> Refusal.notFound("messaging.preferences.unknown"));
    }

    private LetterFamily family(String code) {
        return kinds.families().stream()
                .filter(family -> family.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("messaging.preferences.unknown"));
    }

    private Preferences preferences(String reader) {
        try {
            return BY_LINK.call(() -> readers.preferences(reader));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Language here(HttpServletRequest request) {
        return Language.of(locales.resolveLocale(request).getLanguage()).orElse(Language.GREEK);
    }

    private static ModelAndView to(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view, new ModelMap());
    }
}
