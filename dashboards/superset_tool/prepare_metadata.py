"""Makes Superset's own database ready: tables, permissions, the administrator. Run in a process of its own, with Superset's environment.

One process does what three of Superset's commands do, each of which would load all of it again.
"""

import os


def prepare() -> None:
    from flask_migrate import upgrade
    from superset.app import create_app

    app = create_app()
    with app.app_context():
        from superset.extensions import appbuilder, db, migrate, security_manager

        upgrade(directory=migrate.directory)
        appbuilder.add_permissions(update_perms=True)
        security_manager.sync_role_definitions()
        # the login page asks for its words before anyone has logged in
        public = security_manager.find_role("Public")
        security_manager.add_permission_role(
            public, security_manager.find_permission_view_menu("can_language_pack", "Superset")
        )
        name, password = os.environ["MANYUAN_ADMIN_USER"], os.environ["MANYUAN_ADMIN_PASSWORD"]
        user = security_manager.find_user(username=name)
        if user is None:
            user = security_manager.add_user(
                name, "满园", "管理员", "admin@manyuan.invalid", security_manager.find_role("Admin"), password=password
            )
            if not user:
                raise SystemExit("the administrator could not be made")
        else:
            security_manager.reset_password(user.id, password)
        db.session.commit()


if __name__ == "__main__":
    prepare()
