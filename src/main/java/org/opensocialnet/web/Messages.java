package org.opensocialnet.web;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sentences of every room: each brings messages/room.properties (Greek) and messages/room_en.properties. */
@Configuration(proxyBeanMethods = false)
class Messages {

    @Bean
    MessageSource messageSource() throws IOException {
        var sentences = new ResourceBundleMessageSource();
        sentences.setBasenames(rooms());
        sentences.setDefaultEncoding("UTF-8");
        sentences.setFallbackToSystemLocale(false);
        return sentences;
    }

    private static String[] rooms() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .map(name -> "messages/" + name.replaceFirst("(_en)?\\.properties$", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
