package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * A YAML file that is read strictly: every complaint names file and line. Scalars stay the text that was written (no octal numbers,
 * no {@code no} for false), so that codes keep their zeros.
 */
public final class Tree {
    private final String file;
    private final Node node;

    private Tree(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * The root of a file.
     *
     * @throws MalformedYaml if it is empty or no YAML in UTF-8
     */
    public static Tree read(String file, InputStream bytes) {
        try (Reader text = new UnicodeReader(bytes)) {
            Node root = new Yaml(new LoaderOptions()).compose(text);
            if (root == null) {
                throw new MalformedYaml(file, 1, "the file is empty", "文件没有内容");
            }
            return new Tree(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new MalformedYaml(file, line, "not YAML: " + e.getProblem(), "不是正确的 YAML；请检查缩进、冒号、引号和括号");
        } catch (YAMLException e) {
            throw new MalformedYaml(file, 1, "not YAML in UTF-8: " + e.getMessage(), "不是 UTF-8 编码的 YAML；请另存为 UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A complaint about this place. */
    public MalformedYaml wrong(String what) {
        return new MalformedYaml(file, node.getStartMark().getLine() + 1, what);
    }

    /** A complaint about this place, in both languages. */
    MalformedYaml wrong(String what, String chineseWhat) {
        return new MalformedYaml(file, node.getStartMark().getLine() + 1, what, chineseWhat);
    }

    String file() {
        return file;
    }

    /** Whether a single value stands here. */
    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Whether a list stands here. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether keys with values stand here. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The single value as it was written; nothing written is empty text. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue();
        }
        throw wrong("expected a single value", "此处应只写一个值");
    }

    /** The entries of a list. */
    public List<Tree> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(n -> new Tree(file, n)).toList();
        }
        throw wrong("expected a list", "此处应写成列表，如 [a, b]");
    }

    /** The entries of a list of single values. */
    public List<String> texts() {
        return list().stream().map(Tree::text).toList();
    }

    /** The values by key, in the order of the file; a key that stands twice is an error. */
    public Map<String, Tree> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys with values", "此处应写成“键: 值”");
        }
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Tree key = new Tree(file, tuple.getKeyNode());
            if (entries.put(key.text(), new Tree(file, tuple.getValueNode())) != null) {
                throw key.wrong("key " + key.text() + " stands here twice", "键 " + key.text() + " 在此出现两次；请只保留一个");
            }
        }
        return entries;
    }

    /** The entries, none of them under another key than these. */
    public Map<String, Tree> map(Set<String> allowed) {
        Map<String, Tree> entries = map();
        MappingNode mapping = (MappingNode) node;
        for (NodeTuple tuple : mapping.getValue()) {
            Tree key = new Tree(file, tuple.getKeyNode());
            if (!allowed.contains(key.text())) {
                List<String> known = allowed.stream().sorted().toList();
                throw key.wrong(
                        "unknown key " + key.text() + "; known here: " + String.join(", ", known),
                        "不认识的键 " + key.text() + "；此处可用：" + String.join("、", known));
            }
        }
        return entries;
    }

    /** SHA-256 of what is written from here on down; comments, order of keys, spaces and quotes make no other. */
    String digest() {
        StringBuilder text = new StringBuilder();
        say(text);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }

    private void say(StringBuilder text) {
        if (isMap()) {
            new TreeMap<>(map()).forEach((key, tree) -> {
                text.append('{').append(key).append(':');
                tree.say(text);
                text.append('}');
            });
        } else if (isList()) {
            list().forEach(tree -> {
                text.append('[');
                tree.say(text);
                text.append(']');
            });
        } else {
            text.append(text().length()).append('"').append(text());
        }
    }

    /** A whole number. */
    public int whole() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw wrong("expected a whole number, found " + text(), "此处应为整数，现为 " + text());
        }
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("expected true or false, found " + text(), "此处应为 true 或 false，现为 " + text());
        };
    }

    /** A map of lists of words, e.g. a code list. */
    Map<String, List<String>> wordLists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        map().forEach((key, value) -> lists.put(key, new ArrayList<>(value.texts())));
        return lists;
    }
}
