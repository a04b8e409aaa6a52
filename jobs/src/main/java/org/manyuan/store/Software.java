package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The running software as one digest: every class of it, and every contract, card, scheme, rule and vocabulary that comes with it. */
public final class Software {
    private static final String SCHEMAS = "schemas/names.yaml";

    private Software() {}

    /** SHA-256 over the files, in order of name: the same for the same build of Manyuan, wherever it lies. */
    public static String digest() {
        MessageDigest digest = sha256();
        try {
            add(
                    Path.of(Software.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    digest);
            add(home(Software.class.getClassLoader().getResource(SCHEMAS)), digest);
        } catch (IOException cause) {
            throw new UncheckedIOException("The software cannot be read: " + cause.getMessage(), cause);
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(cause);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The folder or the jar that a resource lies in. */
    private static Path home(URL resource) throws URISyntaxException {
        String place = resource.toString();
        if (resource.getProtocol().equals("jar")) {
            return Path.of(URI.create(place.substring("jar:".length(), place.indexOf("!/"))));
        }
        return Path.of(resource.toURI()).getParent();
    }

    private static void add(Path home, MessageDigest digest) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.walk(home)) {
            files = inside.filter(Files::isRegularFile).sorted().toList();
        }
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            digest.update(home.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                while (bytes.read(buffer) >= 0) {
                    // the digest reads along
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
