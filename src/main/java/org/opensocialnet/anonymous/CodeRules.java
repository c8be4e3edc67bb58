package org.opensocialnet.anonymous;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules by which the people of an organisation make their codes; without one, any code will do. */
@Component
@Transactional
public class CodeRules {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    CodeRules(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** The rules in words, as they are told to a worker; none where any code will do. */
    @Transactional(readOnly = true)
    public List<String> words(UUID organization, Words t) {
        return all(organization).stream().map(rule -> rule.words(t)).toList();
    }

    /** Whether a code is made by one of the organisation's rules. */
    @Transactional(readOnly = true)
    public boolean fits(UUID organization, String code) {
        var rules = all(organization);
        return rules.isEmpty() || rules.stream().anyMatch(rule -> rule.fits(code));
    }

    /** The organisation's own first, then those of its services. */
    @Transactional(readOnly = true)
    List<CodeRule> all(UUID organization) {
        return jdbc.sql("""
                select service, parts from anonymous.rule
                where organization = :organization
                order by service nulls first
                limit 200
                """)
                .param("organization", organization)
                .query((row, _) -> new CodeRule(
                        row.getObject("service", UUID.class),
                        Arrays.stream((String[]) row.getArray("parts").getArray())
                                .flatMap(part -> CodePart.of(part).stream())
                                .toList()))
                .list();
    }

    /** Decides a rule; without parts any code will do again. Codes that were made before stay what they are. */
    void decide(UUID organization, UUID member, @Nullable UUID service, List<CodePart> parts) {
        jdbc.sql(
                        "delete from anonymous.rule where organization = :organization and service is not distinct from :service::uuid")
                .param("organization", organization)
                .param("service", service, Types.OTHER)
                .update();
        if (!parts.isEmpty()) {
            jdbc.sql("""
                    insert into anonymous.rule (id, organization, service, parts, decided_at, decided_by)
                    values (:id, :organization, :service, :parts, :now, :member)
                    """)
                    .param("id", Uuid7.next())
                    .param("organization", organization)
                    .param("service", service, Types.OTHER)
                    .param("parts", parts.stream().map(CodePart::code).toArray(String[]::new))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("member", member)
                    .update();
        }
        trail.note(Act.on("anonymous.rule.decided", "organization", organization));
    }
}
