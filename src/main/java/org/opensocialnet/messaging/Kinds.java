package org.opensocialnet.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of letters that the rooms of this program leave. */
@Component
class Kinds {

    private final SequencedMap<String, LetterKind> byCode = new TreeMap<>();

    Kinds(ObjectProvider<LetterKind> declared) {
        declared.forEach(kind -> {
            if (byCode.put(kind.code(), kind) != null) {
                throw new IllegalStateException("two kinds of letters are called " + kind.code());
            }
        });
    }

    /** None for a kind of an earlier release that nobody leaves any more. */
    Optional<LetterKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Collection<LetterKind> all() {
        return byCode.values();
    }

    /** What readers may decide about. */
    List<LetterFamily> families() {
        return byCode.values().stream()
                .map(LetterKind::family)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
