package org.opensocialnet.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The two sets of keys, as Tink keeps them: those that seal (AES-256-GCM) and those that find (HMAC-SHA-256). */
record KeySets(KeysetHandle seal, KeysetHandle find, Aead aead, List<Prf> prfs) {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeySets made() throws GeneralSecurityException {
        return of(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    static KeySets of(KeysetHandle seal, KeysetHandle find) throws GeneralSecurityException {
        var prfs = find.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        var newestFirst = new ArrayList<Prf>();
        newestFirst.add(Objects.requireNonNull(prfs.getPrfs().get(prfs.getPrimaryId())));
        prfs.getPrfs().forEach((id, prf) -> {
            if (id != prfs.getPrimaryId()) {
                newestFirst.add(prf);
            }
        });
        return new KeySets(
                seal, find, seal.getPrimitive(RegistryConfiguration.get(), Aead.class), List.copyOf(newestFirst));
    }

    static KeySets read(String json) throws GeneralSecurityException {
        try {
            var sets = JsonMapper.shared().readTree(json);
            return of(
                    parsed(sets.path("seal").toString()),
                    parsed(sets.path("find").toString()));
        } catch (JacksonException e) {
            throw new GeneralSecurityException("no sets of keys");
        }
    }

    private static KeysetHandle parsed(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    String written() throws GeneralSecurityException {
        var json = JsonMapper.shared();
        return json.writeValueAsString(Map.of(
                        "seal",
                                json.readTree(
                                        TinkJsonProtoKeysetFormat.serializeKeyset(seal, InsecureSecretKeyAccess.get())),
                        "find",
                                json.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                                        find, InsecureSecretKeyAccess.get()))))
                + "\n";
    }

    /** With one more key of each kind, which opens and finds already, but does not seal yet. */
    KeySets withOneMore() throws GeneralSecurityException {
        return of(
                KeysetHandle.newBuilder(seal)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                .withRandomId())
                        .build(),
                KeysetHandle.newBuilder(find)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                                .withRandomId())
                        .build());
    }

    /** The newest keys are those that seal and make tokens from now on. */
    KeySets withNewestFirst() throws GeneralSecurityException {
        return of(promoted(seal), promoted(find));
    }

    private static KeysetHandle promoted(KeysetHandle set) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(set);
        builder.getAt(builder.size() - 1).makePrimary();
        return builder.build();
    }

    /** Only the keys in use: what others sealed is lost, so nothing of theirs may be left. */
    KeySets withoutOld() throws GeneralSecurityException {
        return of(primaryOf(seal), primaryOf(find));
    }

    private static KeysetHandle primaryOf(KeysetHandle set) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(set);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return builder.build();
    }

    /** Tink writes one byte and the key's number before all that it seals. */
    byte[] sealPrefix() {
        return ByteBuffer.allocate(5)
                .put((byte) 1)
                .putInt(seal.getPrimary().getId())
                .array();
    }

    boolean opens(byte[] sealed) {
        var id = sealed.length < 5 ? 0 : ByteBuffer.wrap(sealed).getInt(1);
        return IntStream.range(0, seal.size()).anyMatch(i -> seal.getAt(i).getId() == id);
    }

    int findId() {
        return find.getPrimary().getId();
    }

    static byte[] computed(Prf prf, byte[] message, int length) {
        try {
            return prf.compute(message, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token could not be made", e);
        }
    }
}
