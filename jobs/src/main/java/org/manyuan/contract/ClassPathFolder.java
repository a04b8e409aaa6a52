package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of the class path, whether its files lie on disk or in a jar. */
final class ClassPathFolder {
    private final ClassLoader loader;
    private final String folder;

    /** The folder of that path, e.g. {@code schemas/mappings}. */
    ClassPathFolder(ClassLoader loader, String folder) {
        this.loader = loader;
        this.folder = folder;
    }

    /** The names of its files with that ending, sorted; empty where the folder does not exist. */
    List<String> names(String ending) {
        URL url = loader.getResource(folder);
        if (url == null) {
            url = loader.getResource(folder + "/");
        }
        try {
            if (url == null) {
                return List.of();
            }
            return (url.getProtocol().equals("jar") ? inJar(url) : onDisk(url.toURI()))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("class path entry is no address: " + url, e);
        }
    }

    /** Opens a file of the folder. */
    InputStream open(String name) {
        InputStream stream = loader.getResourceAsStream(folder + "/" + name);
        if (stream == null) {
            throw new IllegalArgumentException("there is no " + folder + "/" + name + " on the class path");
        }
        return stream;
    }

    private static Stream<String> onDisk(URI uri) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(uri))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private Stream<String> inJar(URL url) throws IOException {
        String prefix = folder + "/";
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        return connection.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
                .map(name -> name.substring(prefix.length()))
                .filter(name -> !name.isEmpty());
    }
}
