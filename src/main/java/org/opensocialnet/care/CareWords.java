package org.opensocialnet.care;

import java.util.Arrays;
import java.util.List;
import org.opensocialnet.care.CareEntry.Kind;
import org.opensocialnet.care.CareEntry.Visibility;
import org.opensocialnet.care.Episode.Closure;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;

/** What kinds of entries, their readers and the ends of care are called. */
final class CareWords {

    private CareWords() {}

    static String of(Kind kind, Words t) {
        return switch (kind) {
            case NEED -> t.of("care.kind.need");
            case PLAN -> t.of("care.kind.plan");
            case NOTE -> t.of("care.kind.note");
            case TASK -> t.of("care.kind.task");
        };
    }

    static String of(Visibility visibility, Words t) {
        return switch (visibility) {
            case AUTHOR -> t.of("care.visibility.author");
            case ORGANIZATION -> t.of("care.visibility.organization");
            case SHARED -> t.of("care.visibility.shared");
        };
    }

    static String of(Closure why, Words t) {
        return switch (why) {
            case GOAL_REACHED -> t.of("care.closure.goal-reached");
            case OTHER_SERVICE -> t.of("care.closure.other-service");
            case MOVED -> t.of("care.closure.moved");
            case LOST -> t.of("care.closure.lost");
            case ASKED -> t.of("care.closure.asked");
            case DIED -> t.of("care.closure.died");
            case OTHER -> t.of("care.closure.other");
        };
    }

    static List<Choice> kinds(Words t) {
        return Arrays.stream(Kind.values())
                .map(kind -> new Choice(Items.code(kind), of(kind, t)))
                .toList();
    }

    static List<Choice> visibilities(Words t) {
        return Arrays.stream(Visibility.values())
                .map(visibility -> new Choice(Items.code(visibility), of(visibility, t)))
                .toList();
    }

    static List<Choice> closures(Words t) {
        return Arrays.stream(Closure.values())
                .map(why -> new Choice(Items.code(why), of(why, t)))
                .toList();
    }
}
