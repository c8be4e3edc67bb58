package org.opensocialnet.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The sentences of every room: each brings messages/room.properties (Greek) and messages/room_en.properties. They lie in
 * one table for each language: a page asks for hundreds, and asking thirty rooms in turn for each was half its work.
 */
@Component("messageSource")
class Messages extends AbstractMessageSource {

    private static final String ENGLISH = "_en.properties";

    private final Map<String, String> greek = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, MessageFormat> greekFormats = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> englishFormats = new ConcurrentHashMap<>();

    Messages() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var isEnglish = Objects.requireNonNull(file.getFilename()).endsWith(ENGLISH);
            read(file).forEach((key, text) -> (isEnglish ? english : greek).put((String) key, (String) text));
        }
    }

    private static Properties read(Resource file) {
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            var sentences = new Properties();
            sentences.load(reader);
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return text(code, isEnglish(locale));
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var text = text(code, isEnglish(locale));
        return text == null
                ? null
                : (isEnglish(locale) ? englishFormats : greekFormats)
                        .computeIfAbsent(code, _ -> new MessageFormat(text, locale));
    }

    /** What nobody has said in English yet is said in Greek. */
    private @Nullable String text(String code, boolean inEnglish) {
        var text = inEnglish ? english.get(code) : null;
        return text == null ? greek.get(code) : text;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
