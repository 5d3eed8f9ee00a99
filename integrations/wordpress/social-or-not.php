<?php
/**
 * Plugin Name:       Social or Not
 * Description:       “Should you be on social media?”: a short quiz and an honest verdict, as a block and a shortcode. Answers stay in the reader’s browser.
 * Version:           {{version}}
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            The Social or Not authors
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       social-or-not
 *
 * What WordPress reads first: it registers the script, the block and the shortcode. The plugin keeps nothing: no option, no table,
 * no cookie, so there is nothing to uninstall.
 *
 * @package SocialOrNot
 */

namespace SocialOrNot;

defined( 'ABSPATH' ) || exit;

const VERSION = '{{version}}';

/** The handle of the module that brings the element. */
const MODULE = 'social-or-not';

require __DIR__ . '/quiz.php';
require __DIR__ . '/translations.php';

add_action( 'init', __NAMESPACE__ . '\register' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\tell_editor' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3 );

/**
 * Registers the script, the block and the shortcode. The script is enqueued by what uses it, never here.
 */
function register() {
	wp_register_script( MODULE, plugins_url( 'assets/social-or-not.js', __FILE__ ), array(), VERSION, true );
	register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	add_shortcode( 'social-or-not', __NAMESPACE__ . '\render_shortcode' );
}

/**
 * WordPress before 6.5 knows classic scripts only: ours is written as the module that it is.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The script's handle.
 * @param string $src    The script's address.
 * @return string The tag to write.
 */
function as_module( $tag, $handle, $src ) {
	if ( MODULE !== $handle ) {
		return $tag;
	}
	return wp_get_script_tag(
		array(
			'type' => 'module',
			'src'  => $src,
			'id'   => MODULE . '-js',
		)
	);
}

/**
 * Tells the editor what only the server knows: where the module is, and the language that the page will have.
 */
function tell_editor() {
	$known = array(
		'module' => add_query_arg( 'ver', VERSION, plugins_url( 'assets/social-or-not.js', __FILE__ ) ),
		'lang'   => get_bloginfo( 'language' ),
	);
	wp_add_inline_script(
		generate_block_asset_handle( 'social-or-not/quiz', 'editorScript' ),
		'window.socialOrNot = ' . wp_json_encode( $known ) . ';',
		'before'
	);
}
