package org.manyuan.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * The public set of a release as a data package (frictionless): one Parquet file a table and {@code datapackage.json}, which says what
 * every column means. The same release gives the same bytes.
 */
public final class PublicExport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Workspace workspace;
    private final Database database;
    private final Release release;

    private PublicExport(Workspace workspace, Database database, Release release) {
        this.workspace = workspace;
        this.database = database;
        this.release = release;
    }

    /**
     * Writes it.
     *
     * @param folder an empty folder of the caller's
     * @throws IOException if the disk refuses
     */
    public static void write(Workspace workspace, Database database, Release release, Path folder) throws IOException {
        new PublicExport(workspace, database, release).into(folder);
    }

    private void into(Path folder) throws IOException {
        ServingWords words = database.inTransaction(ServingWords::read);
        ObjectNode described = JSON.createObjectNode();
        described.put("name", "manyuan-release");
        described.put("title", "满园 " + release.name());
        described.put("version", release.name());
        described.put(
                "description",
                "集团化办学指标公开数据，统计截止 %s；公开数据摘要 %s。%s | Figures of education groups, public set, as of %s; digest %s.%s"
                        .formatted(
                                release.asOf(),
                                release.digest(),
                                release.isSynthetic() ? "含合成数据。" : "",
                                release.asOf(),
                                release.digest(),
                                release.isSynthetic() ? " Made-up rows are in it." : ""));
        described.put("created", release.releasedAt().toString());
        described.put("digest", release.digest());
        described.put("synthetic", release.isSynthetic());
        ArrayNode resources = described.putArray("resources");
        try (LakeCatalog catalog = new LakeCatalog(workspace, database);
                Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            // one thread writes row groups in one order
            statement.execute("set threads = 1");
            statement.execute("set timezone = 'UTC'");
            for (Release.PublicTable table : release.tables()) {
                LakeView view = LakeView.of(
                        table.at().name(),
                        catalog.load(table.at().lakeTable()),
                        table.at().snapshot());
                Path file = folder.resolve(view.name() + ".parquet");
                statement.execute(view.sql());
                statement.execute("copy (select * from " + LakeView.quoted(view.name(), '"') + " order by all) to "
                        + LakeView.quoted(file.toString(), '\'') + " (format parquet, compression zstd)");
                resources.add(resource(view, table, file, words));
            }
        } catch (SQLException cause) {
            throw new IOException("DuckDB cannot write the package: " + cause.getMessage(), cause);
        }
        Files.writeString(folder.resolve("datapackage.json"), JSON.writeValueAsString(described) + "\n");
    }

    private static ObjectNode resource(LakeView view, Release.PublicTable table, Path file, ServingWords words)
            throws IOException {
        ObjectNode resource = JSON.createObjectNode();
        resource.put("name", view.name());
        resource.put("title", words.of(view.name()));
        resource.put("path", view.name() + ".parquet");
        resource.put("format", "parquet");
        resource.put("mediatype", "application/vnd.apache.parquet");
        resource.put("hash", "sha256:" + SourceFile.digest(file));
        resource.put("rows", table.rows());
        resource.put("csv_sha256", table.digest());
        ArrayNode fields = resource.putObject("schema").putArray("fields");
        for (Types.NestedField column : view.schema().columns()) {
            String[] said = words.of(view.name(), column.name()).split(" \\| ", 2);
            ObjectNode field = fields.addObject();
            field.put("name", column.name());
            String type = type(column.type());
            // frictionless reads Parquet through pandas, where a whole number that is missing is no whole number
            field.put("type", type.equals("integer") && words.mayBeNull(view.name(), column.name()) ? "number" : type);
            field.put("title", said[0]);
            field.put("description", said.length > 1 ? said[1] : said[0]);
        }
        return resource;
    }

    private static String type(Type type) {
        return switch (type.typeId()) {
            case INTEGER, LONG -> "integer";
            case DOUBLE, FLOAT, DECIMAL -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "datetime";
            default -> "string";
        };
    }
}
