package org.opensocialnet.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.Registration.Door;
import org.opensocialnet.people.Registration.Outcome;
import org.opensocialnet.people.Registration.Registrar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms may ask of people: find one, read one, register one, correct one. Every reading is noted. */
@Component
@Transactional
public class People {

    private static final int MOST_FOUND = 20;

    private final Persons persons;
    private final Facts facts;
    private final Codes codes;
    private final Encodings encodings;
    private final Registrar registrar;
    private final Tokens tokens;
    private final Finding finding;
    private final Trail trail;
    private final JdbcClient jdbc;

    People(
            Persons persons,
            Facts facts,
            Codes codes,
            Encodings encodings,
            Registrar registrar,
            Tokens tokens,
            Finding finding,
            Trail trail,
            JdbcClient jdbc) {
        this.persons = persons;
        this.facts = facts;
        this.codes = codes;
        this.encodings = encodings;
        this.registrar = registrar;
        this.tokens = tokens;
        this.finding = finding;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * Those a text typed into one field may mean, the best first: a name in any spelling, a code, a number, a phone, a
     * year. Whoever is shown is noted.
     */
    public List<Person> find(String typed) {
        var ids = new LinkedHashSet<UUID>(finding.carrying(codes.hashes(typed)));
        finding.hits(tokens.asked(typed), 1, MOST_FOUND).forEach(hit -> ids.add(hit.person()));
        var found = new LinkedHashMap<UUID, Person>();
        persons.all(ids).forEach(person -> found.putIfAbsent(person.self(), person));
        noteAll("people.person.found", found.values(), "purpose.find");
        return List.copyOf(found.values());
    }

    /** One page of the own people, the newest first. */
    public List<Person> page(UUID organization, @Nullable UUID after, int atMost) {
        var page = persons.all(persons.page(organization, after, atMost));
        noteAll("people.person.listed", page, "purpose.list");
        return page;
    }

    /** Those registered before that moment, from one on, in their order: for rooms that forget. */
    @Transactional(readOnly = true)
    public List<UUID> registeredBefore(Instant moment, @Nullable UUID after, int atMost) {
        return persons.before(moment, after, atMost);
    }

    @Transactional(readOnly = true)
    public int count(UUID organization) {
        return persons.count(organization);
    }

    /** One person, opened for a purpose that the trail keeps: "purpose.care", "purpose.correct". */
    public Person read(PersonId id, String purpose) {
        var person = persons.find(id).orElseThrow(() -> Refusal.notFound("people.unknown"));
        note("people.person.read", person, purpose);
        return person;
    }

    /** The record without who it is: noted nowhere, for it names nobody. */
    @Transactional(readOnly = true)
    public Optional<UUID> organization(PersonId id) {
        return persons.organization(id.value());
    }

    /** All of her for her own eyes, noted as such; her facts come with {@link #historyForHerself}. */
    public Person herself(PersonId id) {
        var person = persons.find(id).orElseThrow(() -> Refusal.notFound("people.unknown"));
        note("people.person.read", person, "purpose.my-data");
        return person;
    }

    /** What was ever believed of her, also while it is kept and not used: it is hers. */
    @Transactional(readOnly = true)
    public List<Fact> historyForHerself(PersonId id) {
        return facts.history(id);
    }

    /** What was ever believed of her. */
    public List<Fact> history(PersonId id) {
        var person = read(id, "purpose.history");
        return person.restrictedAt() == null ? facts.history(id) : List.of();
    }

    /**
     * Registers her, unless the form came before or others may be her. Two workers who do it in the same second do it
     * one after the other, so that the second is shown what the first wrote.
     */
    public Outcome register(Registration wanted) {
        return registrar.door().register(wanted);
    }

    /** The door for many who come one after the other in one transaction, at whose end others may come in again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Door hold() {
        return registrar.door();
    }

    /** Enters people who are plainly invented, once; for the demo city. */
    public void invent(UUID organization, List<Registration> invented) {
        var there = jdbc.sql(
                        "select exists (select from people.person where organization = :organization and invented)")
                .param("organization", organization)
                .query(Boolean.class)
                .single();
        if (!there) {
            invented.forEach(one -> registrar.enter(one, organization, null, true));
        }
    }

    public List<PersonId> invented(UUID organization) {
        return jdbc.sql(
                        "select id from people.person where organization = :organization and invented order by id limit 1000")
                .param("organization", organization)
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** They go with the demo city; nobody needs to be remembered as erased. */
    public void removeInvented() {
        jdbc.sql("delete from people.person where invented").update();
    }

    /** Replaces what is known of some kinds; what held before is kept with its time. Empty texts end it. */
    public void correct(PersonId id, List<Said> said, boolean wasWrong) {
        var organization = persons.own(id);
        var current = new ArrayList<>(facts.of(new UUID[] {id.value()}).getOrDefault(id.value(), List.of()));
        var member = Objects.requireNonNull(Sight.current()).member();
        for (var fact : said) {
            current.stream().filter(old -> old.kind() == fact.kind()).forEach(old -> facts.end(old.id(), wasWrong));
            if (!fact.text().isEmpty()) {
                facts.add(id, organization, member, fact);
            }
        }
        encodings.renew(Map.of(id.value(), organization));
        trail.note(Act.on("people.person.corrected", "person", id.value()).of(organization));
    }

    /** Whether something typed has letters and digits enough to be a code. */
    public static boolean isCode(String typed) {
        return Codes.isCode(typed);
    }

    /** A code she made herself is hers from now on too. */
    public void addCode(PersonId id, String code) {
        var organization = persons.own(id);
        if (!Codes.isCode(code)) {
            throw Refusal.wrong("people.fault.code", "code");
        }
        codes.own(id, organization, code);
        trail.note(Act.on("people.code.added", "person", id.value()));
    }

    /** A new card for her; the earlier one ends. Its number is told once. */
    public String card(PersonId id) {
        var organization = persons.own(id);
        var number = codes.card(id, organization);
        trail.note(Act.on("people.card.made", "person", id.value()));
        return number;
    }

    /** Who holds this card, whoever's record it is: asked by the program itself, for the person's own page. */
    @Transactional(readOnly = true)
    public Optional<PersonId> holder(String card) {
        return codes.holder(card);
    }

    /** She asked that it be kept and not used, or that it be used again. */
    public void restrict(PersonId id, boolean restricted) {
        persons.own(id);
        if (persons.restrict(id, restricted)) {
            trail.note(
                    Act.on(restricted ? "people.person.restricted" : "people.person.released", "person", id.value()));
        }
    }

    private void note(String what, Person person, String purpose) {
        noteAll(what, List.of(person), purpose);
    }

    private void noteAll(String what, Collection<Person> seen, String purpose) {
        trail.noteAll(seen.stream()
                .map(person -> Act.on(what, "person", person.id().value())
                        .of(person.organization())
                        .because(purpose))
                .toList());
    }
}
