package org.opensocialnet.passkeys;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Whose passkeys they are: members, whom devices know by their id and show by their e-mail address. */
@Component
class Owners implements PublicKeyCredentialUserEntityRepository {

    private final Members members;

    Owners(Members members) {
        this.members = members;
    }

    static Bytes handle(UUID member) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(member.getMostSignificantBits())
                .putLong(member.getLeastSignificantBits())
                .array());
    }

    static UUID member(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        if (bytes.remaining() != 16) {
            throw new IllegalArgumentException("no handle of ours");
        }
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return members.find(member(handle)).map(Owners::entity).orElse(null);
    }

    /** Spring Security's name of a member is the id. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return members.find(UUID.fromString(id)).map(Owners::entity).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("members are entered by room access alone");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("members are entered by room access alone");
    }

    private static PublicKeyCredentialUserEntity entity(Member member) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(member.id()))
                .name(member.email())
                .displayName(member.name())
                .build();
    }
}
