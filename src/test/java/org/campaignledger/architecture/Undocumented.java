package org.campaignledger.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is public in sources and has no javadoc: types, constructors and methods of public types. What overrides
 * has its words above it; accessors and canonical constructors of records have theirs in the record's.
 */
final class Undocumented {

    private Undocumented() {}

    static List<String> in(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            return scan(compiler, files.getJavaFileObjectsFromPaths(sources));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> in(String source) {
        return scan(ToolProvider.getSystemJavaCompiler(), List.of(new SimpleJavaFileObject(URI.create(
                "string:///X.java"), JavaFileObject.Kind.SOURCE) {

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        }));
    }

    private static List<String> scan(JavaCompiler compiler, Iterable<? extends JavaFileObject> sources) {
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<String> found = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(DocTrees.instance(task), found).scan(unit, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees docs;
        private final List<String> found;

        private Scanner(DocTrees docs, List<String> found) {
            this.docs = docs;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (isPublic(getCurrentPath())) {
                note(type.getKind().name().toLowerCase(Locale.ROOT) + " " + type.getSimpleName());
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            TreePath path = getCurrentPath();
            ClassTree owner = (ClassTree) path.getParentPath().getLeaf();
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(mark -> mark.getAnnotationType().toString().equals("Override"));
            if (isPublic(path) && isPublic(path.getParentPath()) && !overrides && !isOfTheRecord(owner, method)) {
                String name = method.getName().contentEquals("<init>")
                        ? owner.getSimpleName().toString()
                        : method.getName().toString();
                note(owner.getSimpleName() + "." + name);
            }
            return null; // what is inside a method is nobody's business
        }

        private static boolean isOfTheRecord(ClassTree owner, MethodTree method) {
            if (owner.getKind() != Tree.Kind.RECORD) {
                return false;
            }
            boolean accessor = method.getParameters().isEmpty() && owner.getMembers().stream()
                    .anyMatch(member -> member instanceof com.sun.source.tree.VariableTree component
                            && !component.getModifiers().getFlags().contains(Modifier.STATIC)
                            && component.getName().equals(method.getName()));
            return accessor || method.getName().contentEquals("<init>");
        }

        /** Declared so, or in an interface that is. */
        private static boolean isPublic(TreePath path) {
            Set<Modifier> flags = path.getLeaf() instanceof ClassTree type
                    ? type.getModifiers().getFlags()
                    : ((MethodTree) path.getLeaf()).getModifiers().getFlags();
            TreePath parent = path.getParentPath();
            boolean inInterface = parent.getLeaf() instanceof ClassTree owner && owner
                    .getKind() == Tree.Kind.INTERFACE;
            boolean open = flags.contains(Modifier.PUBLIC) || (inInterface && !flags.contains(Modifier.PRIVATE));
            return open && (!(parent.getLeaf() instanceof ClassTree) || isPublic(parent));
        }

        private void note(String name) {
            if (docs.getDocComment(getCurrentPath()) == null) {
                found.add(name);
            }
        }
    }
}
