package org.opensocialnet.entries;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.FollowUp.State;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;

/** The codes of the ledger in the reader's words. */
final class EntryWords {

    /** What an organisation writes itself; the others come from rooms. */
    static final List<Source> NEED_SOURCES =
            List.of(Source.ASKED, Source.STREET, Source.REFERRED, Source.WAITING_LIST, Source.ESTIMATE);

    static final List<Source> DELIVERY_SOURCES =
            List.of(Source.RECORDS, Source.HEADCOUNT, Source.STREET, Source.ESTIMATE);

    private EntryWords() {}

    static String of(Source source, Words t) {
        return switch (source) {
            case ASKED -> t.of("entries.source.asked");
            case STREET -> t.of("entries.source.street");
            case REFERRED -> t.of("entries.source.referred");
            case WAITING_LIST -> t.of("entries.source.waiting-list");
            case NO_PLACE -> t.of("entries.source.no-place");
            case SEARCH -> t.of("entries.source.search");
            case HEADCOUNT -> t.of("entries.source.headcount");
            case RECORDS -> t.of("entries.source.records");
            case QUESTIONNAIRE -> t.of("entries.source.questionnaire");
            case ESTIMATE -> t.of("entries.source.estimate");
        };
    }

    static String of(Reason reason, Words t) {
        return switch (reason) {
            case NO_PROVIDER -> t.of("entries.reason.no-provider");
            case FULL -> t.of("entries.reason.full");
            case CLOSED -> t.of("entries.reason.closed");
            case NOT_ELIGIBLE -> t.of("entries.reason.not-eligible");
            case LANGUAGE -> t.of("entries.reason.language");
            case TOO_FAR -> t.of("entries.reason.too-far");
            case COST -> t.of("entries.reason.cost");
            case PAPERS -> t.of("entries.reason.papers");
            case NO_ANSWER -> t.of("entries.reason.no-answer");
            case STALE_RECORD -> t.of("entries.reason.stale-record");
            case DECLINED -> t.of("entries.reason.declined");
            case OTHER -> t.of("entries.reason.other");
        };
    }

    static String of(Unit unit, Words t) {
        return switch (unit) {
            case PLACE -> t.of("entries.unit.place");
            case NIGHT -> t.of("entries.unit.night");
            case MEAL -> t.of("entries.unit.meal");
            case PARCEL -> t.of("entries.unit.parcel");
            case ITEM -> t.of("entries.unit.item");
            case VISIT -> t.of("entries.unit.visit");
            case SESSION -> t.of("entries.unit.session");
            case HOUR -> t.of("entries.unit.hour");
            case EURO -> t.of("entries.unit.euro");
        };
    }

    static String of(State state, Words t) {
        return switch (state) {
            case MET -> t.of("entries.state.met");
            case WITHDRAWN -> t.of("entries.state.withdrawn");
            case REFUSED -> t.of("entries.state.refused");
        };
    }

    static List<Choice> sources(Book book, Words t) {
        return (book == Book.NEED ? NEED_SOURCES : DELIVERY_SOURCES)
                .stream()
                        .map(source -> new Choice(source.code(), of(source, t)))
                        .toList();
    }

    static List<Choice> sources(Words t) {
        return Stream.concat(NEED_SOURCES.stream(), DELIVERY_SOURCES.stream())
                .distinct()
                .map(source -> new Choice(source.code(), of(source, t)))
                .toList();
    }

    static List<Choice> reasons(Words t) {
        return Arrays.stream(Reason.values())
                .map(reason -> new Choice(reason.code(), of(reason, t)))
                .toList();
    }

    static List<Choice> units(Words t) {
        return Arrays.stream(Unit.values())
                .map(unit -> new Choice(unit.code(), of(unit, t)))
                .toList();
    }

    static List<Choice> states(Words t) {
        return Arrays.stream(State.values())
                .map(state -> new Choice(state.code(), of(state, t)))
                .toList();
    }
}
