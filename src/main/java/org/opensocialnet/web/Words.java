package org.opensocialnet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;
import org.springframework.stereotype.Component;

/** The words of one page, in the reader's language: every template gets one as {@code t}. */
public final class Words {

    private final Frame frame;
    private final Visit visit;
    private final Formats formats;
    private final Map<String, ?> model;

    /** The words of a language for what is written outside of a page, such as a letter. */
    @Component
    public static class Dictionary {

        private final Frame frame;

        Dictionary(Frame frame) {
            this.frame = frame;
        }

        /** Addresses made from these words begin with what the operator says is the site's address. */
        public Words in(Language language) {
            return new Words(frame, new Visit(language, "", "/", ""));
        }
    }

    Words(Frame frame, Visit visit) {
        this(frame, visit, Map.of());
    }

    Words(Frame frame, Visit visit, Map<String, ?> model) {
        this.frame = frame;
        this.visit = visit;
        this.formats = new Formats(visit.language());
        this.model = model;
    }

    /** The sentence of a key, with its arguments. Texts with arguments double their apostrophes. */
    public String of(String key, Object... arguments) {
        return frame.sentence(key, arguments, language());
    }

    /** The same page's words in a language of choice, for what is read in both. */
    public Words in(Language other) {
        return new Words(frame, new Visit(other, visit.origin(), visit.path(), visit.query()), model);
    }

    public Language language() {
        return visit.language();
    }

    /** "el" or "en", for the attribute lang. */
    public String lang() {
        return language().code();
    }

    /** The address of a page, given without language ("/find?q=x"), in the reader's language. */
    public String link(String path) {
        return language().link(path);
    }

    /** The current page's address without language, with its query. */
    public String here() {
        return visit.here();
    }

    /** The current page's address without language and query. */
    public String path() {
        return visit.path();
    }

    /** A page's address with scheme and host, for sharing. */
    public String address(String path) {
        return address(language(), path);
    }

    /** The same in a language of choice. */
    public String address(Language other, String path) {
        return origin() + other.link(path);
    }

    /**
     * One text of a record in the reader's language, else in the main one: the plain column, and the
     * texts in other languages by code.
     */
    public Passage text(@Nullable String main, Map<String, String> others) {
        return Translations.choose(main, others, frame.site().language(), lang());
    }

    /** The same for a field of a translations document such as {@code {"en":{"name":"…"}}}. */
    public Passage text(@Nullable String main, @Nullable String translations, String field) {
        return text(main, Translations.of(translations, field));
    }

    /** What a room laid beside the page for its frame: a model attribute named by its type; none where nobody did. */
    public <T> @Nullable T beside(Class<T> type) {
        return type.cast(model.get(type.getName()));
    }

    public String distance(double metres) {
        return metres < 995
                ? of("web.distance.metres", formats.metres(metres))
                : of("web.distance.kilometres", formats.kilometres(metres));
    }

    public String number(Number number) {
        return formats.number(number);
    }

    public String money(Money money) {
        return formats.money(money);
    }

    /** 21 Νοεμβρίου 2026. */
    public String date(LocalDate day) {
        return formats.date(day);
    }

    /** "22 November 2026, 02:14", as the clocks of Athens show it. */
    public String moment(Instant moment) {
        return formats.moment(moment);
    }

    /** Σάββατο 21 Νοεμβρίου. */
    public String weekdayAndDate(LocalDate day) {
        return formats.weekdayAndDate(day);
    }

    /** 08:30. */
    public String time(LocalTime time) {
        return formats.time(time);
    }

    /** What the operator calls the site. */
    public String siteName() {
        return frame.site().name();
    }

    /** Scheme and host of the site: what the operator says, else what the browser asked. */
    String origin() {
        return frame.site().origin().isBlank() ? visit.origin() : frame.site().origin();
    }

    /** The current page's address in the other language, asking to remember the choice. */
    public String otherAddress() {
        return other().link(switchTo(other()));
    }

    public Language other() {
        return language().other();
    }

    /** The current page's address, to be linked in another language, asking to remember the choice. */
    String switchTo(Language other) {
        return here() + (here().contains("?") ? "&" : "?") + LanguageFilter.SWITCH + "=" + other.code();
    }

    Frame frame() {
        return frame;
    }

    Visit visit() {
        return visit;
    }
}
