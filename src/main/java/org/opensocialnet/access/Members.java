package org.opensocialnet.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member.Membership;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of members. What of it is there to read and to change, the sight of whoever asks decides. */
@Component
@Transactional
public class Members {

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Member> find(UUID id) {
        return jdbc.sql("select id, email, name, language, state, invented from access.member where id = :id")
                .param("id", id)
                .query(Members::member)
                .optional();
    }

    public Optional<Member> byEmail(String email) {
        return jdbc.sql("select id, email, name, language, state, invented from access.member where email = :email")
                .param("email", plain(email))
                .query(Members::member)
                .optional();
    }

    /** What some members are called, those there are to see. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, name from access.member where id in (:ids)")
                        .param("ids", ids)
                        .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where a member belongs, the longest first. */
    public List<Membership> memberships(UUID member) {
        return jdbc.sql("""
                select id, member, organization, roles
                from access.membership
                where member = :member
                order by created_at, id
                """).param("member", member).query(Members::membership).list();
    }

    /** Who holds a role and may come in, in one organisation or, without one, in the network's own bodies. */
    public List<Member> holding(Role role, @Nullable UUID organization) {
        return jdbc.sql("""
                select m.id, m.email, m.name, m.language, m.state, m.invented
                from access.membership s
                join access.member m on m.id = s.member
                where s.organization is not distinct from :organization
                  and :role = any (s.roles)
                  and m.state = 'active'
                order by s.created_at, s.id
                limit 100
                """)
                .param("organization", organization)
                .param("role", role.code())
                .query(Members::member)
                .list();
    }

    /** Whether anybody holds a role and may come in. */
    public boolean anybody(Role role) {
        return jdbc.sql("""
                select exists (select
                               from access.membership s
                               join access.member m on m.id = s.member
                               where m.state <> 'disabled' and :role = any (s.roles))
                """).param("role", role.code()).query(Boolean.class).single();
    }

    /** Whether somebody else who may come in holds a role there; whoever asks first keeps others waiting. */
    public boolean anybodyElse(Role role, @Nullable UUID organization, UUID but) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.last'))::text")
                .query(String.class)
                .single();
        return jdbc.sql("""
                select exists (select
                               from access.membership s
                               join access.member m on m.id = s.member
                               where m.state = 'active' and m.id <> :but and :role = any (s.roles)
                                 and s.organization is not distinct from :organization)
                """)
                .param("but", but)
                .param("role", role.code())
                .param("organization", organization)
                .query(Boolean.class)
                .single();
    }

    /** One line of the book: somebody in one organisation. */
    public record Listed(
            UUID membership,
            UUID member,
            String name,
            String email,
            State state,
            @Nullable UUID organization,
            Set<Role> roles) {}

    /**
     * A page of the book by name, as far as the asker's sight goes.
     *
     * @param organization whose members; all there are to see where none is said
     * @param text part of a name or an address; empty for all
     * @param after the last membership of the page before; none for the first page
     */
    public List<Listed> list(@Nullable UUID organization, String text, @Nullable UUID after, int atMost) {
        return jdbc.sql("""
                select s.id, s.member, m.name, m.email, m.state, s.organization, s.roles
                from access.membership s
                join access.member m on m.id = s.member
                where (cast(:organization as uuid) is null or s.organization = :organization)
                  and (:text = '' or position(:text in lower(m.name)) > 0 or position(:text in m.email) > 0)
                  and (cast(:after as uuid) is null
                       or (lower(m.name), s.id) > (select lower(l.name), k.id
                                                   from access.membership k
                                                   join access.member l on l.id = k.member
                                                   where k.id = :after))
                order by lower(m.name), s.id
                limit :at_most
                """)
                .param("organization", organization)
                .param("text", plain(text))
                .param("after", after)
                .param("at_most", atMost)
                .query((row, number) -> {
                    var membership = membership(row, number);
                    return new Listed(
                            membership.id(),
                            membership.member(),
                            row.getString("name"),
                            row.getString("email"),
                            State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            membership.organization(),
                            membership.roles());
                })
                .list();
    }

    /** Enters somebody who has not been here yet. */
    public UUID add(String email, String name, Language language) {
        return add(email, name, language, State.INVITED, false);
    }

    /** Enters somebody of the demo city. */
    public UUID addInvented(String email, String name, Language language) {
        return add(email, name, language, State.ACTIVE, true);
    }

    private UUID add(String email, String name, Language language, State state, boolean invented) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into access.member (id, email, name, language, state, invented, created_at, changed_at)
                values (:id, :email, :name, :language, :state, :invented, :now, :now)
                """)
                .param("id", id)
                .param("email", plain(email))
                .param("name", name)
                .param("language", language.code())
                .param("state", state.code())
                .param("invented", invented)
                .param("now", now())
                .update();
        return id;
    }

    /** Says what a member is in an organisation from now on; no role at all ends the membership. */
    public void give(UUID member, @Nullable UUID organization, Collection<Role> roles) {
        if (roles.isEmpty()) {
            jdbc.sql("""
                    delete from access.membership
                    where member = :member and organization is not distinct from :organization
                    """)
                    .param("member", member)
                    .param("organization", organization)
                    .update();
            return;
        }
        jdbc.sql("""
                insert into access.membership (id, member, organization, roles, created_at)
                values (:id, :member, :organization, string_to_array(:roles, ','), :now)
                on conflict (member, organization) do update set roles = excluded.roles
                """)
                .param("id", Uuid7.next())
                .param("member", member)
                .param("organization", organization)
                .param(
                        "roles",
                        String.join(",", roles.stream().sorted().map(Role::code).toList()))
                .param("now", now())
                .update();
    }

    /** Answers whether there was such a member to change. */
    public boolean become(UUID member, State state) {
        return jdbc.sql("update access.member set state = :state, changed_at = :now where id = :member")
                        .param("state", state.code())
                        .param("now", now())
                        .param("member", member)
                        .update()
                == 1;
    }

    /** Takes down what a member says of themselves. */
    public void rename(UUID member, String email, String name, Language language) {
        jdbc.sql("""
                update access.member set email = :email, name = :name, language = :language, changed_at = :now
                where id = :member
                """)
                .param("email", plain(email))
                .param("name", name)
                .param("language", language.code())
                .param("now", now())
                .param("member", member)
                .update();
    }

    public void speak(UUID member, Language language) {
        jdbc.sql("update access.member set language = :language, changed_at = :now where id = :member")
                .param("language", language.code())
                .param("now", now())
                .param("member", member)
                .update();
    }

    /** Takes the demo city's members out. */
    public void removeInvented() {
        jdbc.sql("delete from access.member where invented").update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** An address as the book keeps it. */
    public static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Language.of(row.getString("language")).orElse(Language.GREEK),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("invented"));
    }

    static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getObject("organization", UUID.class),
                roles(row.getArray("roles")));
    }

    private static Set<Role> roles(Array codes) throws SQLException {
        var held = List.of((String[]) codes.getArray());
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> held.contains(role.code())).forEach(roles::add);
        return roles;
    }
}
