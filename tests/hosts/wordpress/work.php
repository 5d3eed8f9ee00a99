<?php
/**
 * What a test does in its WordPress without a browser: `php work.php <folder> <task> <argument as JSON>`. Answers in JSON.
 */

[ , $root, $task, $json ] = $argv;
$argument = json_decode( $json, true );

$_SERVER['HTTP_HOST'] = '127.0.0.1';
if ( 'install' === $task ) {
	define( 'WP_INSTALLING', true );
}
require "$root/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';

const PLUGIN = 'social-or-not/social-or-not.php';

$tasks = array(
	'install'    => function ( $argument ) {
		// Without its letter to the administrator.
		add_filter( 'pre_wp_mail', '__return_true' );
		$admin = wp_install( 'A host', 'admin', 'admin@example.org', false, '', 'admin' )['user_id'];
		wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'author', 'role' => 'author' ) );
		update_user_meta( $admin, 'wp_persisted_preferences', array(
			'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => false ),
			'_modified'      => gmdate( 'c' ),
		) );
		// Pictures of people come from another server.
		update_option( 'show_avatars', 0 );
		switch_theme( 'twentytwentythree' );
		return true;
	},
	/** Publishes a post as one of the users, with what that user's rights leave of it. */
	'publish'    => function ( $argument ) {
		wp_set_current_user( get_user_by( 'login', $argument['by'] )->ID );
		$post = wp_insert_post( wp_slash( array(
			'post_title'   => 'A post',
			'post_content' => $argument['content'],
			'post_status'  => 'publish',
		) ), true );
		return array( 'id' => $post, 'content' => get_post( $post )->post_content, 'address' => get_permalink( $post ) );
	},
	'content'    => fn( $argument ) => get_post( $argument['id'] )->post_content,
	'speak'      => fn( $argument ) => update_user_meta( get_user_by( 'login', $argument['user'] )->ID, 'locale', $argument['locale'] ),
	'activate'   => fn() => activate_plugin( PLUGIN ),
	'deactivate' => fn() => deactivate_plugins( PLUGIN ),
	'delete'     => fn() => delete_plugins( array( PLUGIN ) ),
	/** Everything that WordPress keeps as an option. */
	'options'    => fn() => $GLOBALS['wpdb']->get_results( "SELECT option_name AS name, option_value AS value FROM wp_options ORDER BY option_name" ),
);
echo json_encode( $tasks[ $task ]( $argument ) );
