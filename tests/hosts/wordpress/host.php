<?php
/**
 * What the test changes in its WordPress, and nothing else, so that it is what authors have.
 */

// WordPress asks no address of its own network for an embed, and no unusual port: the product's server is here on both.
add_filter( 'http_request_host_is_external', fn( $external, $host ) => $external || '127.0.0.1' === $host, 10, 2 );
add_filter( 'http_allowed_safe_ports', fn( $ports ) => array_merge( $ports, array( (int) wp_parse_url( PRODUCT, PHP_URL_PORT ) ) ) );

// Where a browser lacks an emoji, WordPress fetches a picture of it from another server.
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );

// As a theme may: it brings the product's loader for authors whose tags are stripped.
add_action( 'wp_enqueue_scripts', function () {
	if ( isset( $_GET['theme-loads-embed'] ) ) {
		wp_enqueue_script( 'embed', PRODUCT . '/embed.js', array(), null, true );
	}
} );
