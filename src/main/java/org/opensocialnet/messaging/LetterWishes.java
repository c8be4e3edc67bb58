package org.opensocialnet.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensocialnet.mail.EmailAddress;
import org.opensocialnet.messaging.Readers.How;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Which letters somebody with an account wants and how often: the same choices as behind the link in each letter. */
@Component
public class LetterWishes {

    private final Readers readers;
    private final Kinds kinds;
    private final Stamp stamp;

    LetterWishes(Readers readers, Kinds kinds, Stamp stamp) {
        this.readers = readers;
        this.kinds = kinds;
        this.stamp = stamp;
    }

    /** One family of letters, how it comes now ("at-once", "daily", "never"), and how it may come. */
    public record Wish(LetterFamily family, String how, List<String> possible) {}

    /** Asked and decided under the purpose "letters", by whoever knows that the address is the asker's. */
    public List<Wish> of(String email) {
        var known = reader(email).map(readers::preferences);
        return kinds.families().stream()
                .map(family -> new Wish(
                        family,
                        known.map(all -> all.how(family)).orElse(How.AT_ONCE).code(),
                        family.gathers()
                                ? List.of(How.AT_ONCE.code(), How.DAILY.code(), How.NEVER.code())
                                : List.of(How.AT_ONCE.code(), How.NEVER.code())))
                .toList();
    }

    /** @param chosen how, by the code of the family; what is not possible changes nothing */
    public void choose(String email, Map<String, String> chosen) {
        reader(email)
                .ifPresent(reader -> of(email)
                        .forEach(
                                wish -> How.of(chosen.getOrDefault(wish.family().code(), ""))
                                        .filter(how -> wish.possible().contains(how.code()))
                                        .ifPresent(how -> readers.choose(reader, wish.family(), how))));
    }

    /** Those that always come, for nobody could do without them. */
    public List<String> always(Words t) {
        return kinds.all().stream()
                .filter(kind -> kind.family() == null && !kind.code().equals(OwnLetters.TEST))
                .map(kind -> kind.name().apply(t))
                .distinct()
                .toList();
    }

    private Optional<String> reader(String email) {
        return EmailAddress.read(email).map(stamp::of);
    }
}
